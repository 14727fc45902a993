package dev.dataflow.node;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.node.ConflictPolicy.Kind;
import dev.dataflow.transaction.RetryPolicy;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * For which version of a row a call changes it, and what it does when the row has another one.
 *
 * @param expected the version
 * @param policy what is done
 */
record VersionRule(ExpectedVersion expected, ConflictPolicy policy) {

    /** Whatever version the row has. */
    static final VersionRule ANY = new VersionRule(ExpectedVersion.ANY, ConflictPolicy.fail());

    private static final ConflictPolicy TEN_TIMES = ConflictPolicy.retry(RetryPolicy.of(10));
    private static final Set<Kind> WITHOUT_BASE = Set.of(Kind.FAIL, Kind.LAST_WRITER_WINS);
    private static final Set<Kind> WITH_BASE = Set.of(Kind.FAIL, Kind.LAST_WRITER_WINS, Kind.MERGE);

    /** What is said of a change by key: where rows have versions, something must be. */
    static VersionRule ofKey(ModelMetadata<?, ?, ?, ?> model, VersionOptions<?> given) {
        ExpectedVersion expected = given.expected();
        if (!ExpectedVersion.isOf(model)) {
            return none(model, expected, given.policy());
        }
        if (expected == null) {
            throw ExpectedVersion.missing(model);
        }
        return rule(
                expected,
                given.policy(),
                WITHOUT_BASE,
                "to join changes takes the row as it was read, and to repeat them a function: see update(row, …) and"
                        + " modify(…)");
    }

    /** What is said of a change of a row that was read before. */
    static <M> VersionRule ofBase(ModelMetadata<M, ?, ?, ?> model, M base, VersionOptions<?> given) {
        if (!ExpectedVersion.isOf(model)) {
            return none(model, given.expected(), given.policy());
        }
        if (given.expected() != null) {
            throw unfit("the row that was read says its version itself: change by key to say another");
        }
        return base(ExpectedVersion.of(model, base), given.policy());
    }

    /** What is said of a change of a row that was read with a version. */
    static VersionRule base(ExpectedVersion expected, @Nullable ConflictPolicy policy) {
        return rule(expected, policy, WITH_BASE, "to repeat a change takes a function: see modify(…)");
    }

    /** What a modify does when somebody else was faster. */
    static ConflictPolicy ofModify(ModelMetadata<?, ?, ?, ?> model, VersionOptions<?> given) {
        if (!ExpectedVersion.isOf(model)) {
            return none(model, given.expected(), given.policy()).policy();
        }
        if (given.expected() != null) {
            throw unfit("a modify reads the version itself");
        }
        return given.policy() == null ? TEN_TIMES : given.policy();
    }

    /** What is said of the row that an upsert finds; it may say nothing. */
    static VersionRule ofUpsert(ModelMetadata<?, ?, ?, ?> model, VersionOptions<?> given) {
        if (!ExpectedVersion.isOf(model)) {
            return none(model, given.expected(), given.policy());
        }
        return rule(
                given.expected() == null ? ExpectedVersion.ANY : given.expected(),
                given.policy(),
                WITHOUT_BASE,
                "an upsert has neither the row as it was read nor a function to repeat");
    }

    /** What is said of rows that a bulk update is given, each with its version. */
    static RowVersions ofRows(ModelMetadata<?, ?, ?, ?> model, boolean any, @Nullable ConflictPolicy policy) {
        if (!ExpectedVersion.isOf(model)) {
            none(model, null, policy);
            return RowVersions.ANY;
        }
        if (any && policy != null) {
            throw neverConflicts();
        }
        if (policy != null && !WITHOUT_BASE.contains(policy.kind())) {
            throw unfit("rows of a bulk update come without what was read, and without a function to repeat");
        }
        if (any) {
            return RowVersions.ANY;
        }
        return policy == null || policy.kind() == Kind.FAIL ? RowVersions.COMPARED : RowVersions.OVERWRITTEN;
    }

    private static VersionRule rule(
            ExpectedVersion expected, @Nullable ConflictPolicy policy, Set<Kind> fitting, String why) {
        if (policy == null) {
            return new VersionRule(expected, ConflictPolicy.fail());
        }
        if (!fitting.contains(policy.kind())) {
            throw unfit(why);
        }
        if (expected.version() == null) {
            throw neverConflicts();
        }
        return new VersionRule(expected, policy);
    }

    private static VersionRule none(
            ModelMetadata<?, ?, ?, ?> model, @Nullable ExpectedVersion expected, @Nullable ConflictPolicy policy) {
        if (policy != null || expected != null && expected.version() != null) {
            throw Refusal.of(
                    ErrorCode.OPTION_INVALID,
                    "rows of " + model + " have no versions to expect, and none that could conflict",
                    "the model is not versioned",
                    "leave the option out, or make it @Model(versioned = true)");
        }
        return ANY;
    }

    private static RuntimeException neverConflicts() {
        return unfit(
                "a change of any version meets no conflict: say which version is expected, or leave the policy out");
    }

    /** The error of an option that does not fit the call. */
    static RuntimeException unfit(String why) {
        return Refusal.of(
                ErrorCode.OPTION_INVALID, "an option about versions does not fit the call", why, "leave it out");
    }
}
