package dev.dataflow.node;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import dev.dataflow.error.VersionConflictException;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.model.ManagedColumn;
import dev.dataflow.statement.StatementFactory;
import org.jspecify.annotations.Nullable;

/**
 * The version of a row that a change is made for.
 *
 * @param version the version; null for any
 */
record ExpectedVersion(@Nullable Long version) {

    static final ExpectedVersion ANY = new ExpectedVersion(null);

    /** A version that somebody names; they begin at 1. */
    static ExpectedVersion of(long version) {
        if (version < 1) {
            throw Selection.outOfRange("version", "1 or more: a row is created with version 1");
        }
        return new ExpectedVersion(version);
    }

    /** Whether rows of a model have versions. */
    static boolean isOf(ModelMetadata<?, ?, ?, ?> model) {
        return model.managed(ManagedColumn.VERSION) >= 0;
    }

    /** The version that a row read before holds; 0 is that of one never stored. */
    static <M> ExpectedVersion of(ModelMetadata<M, ?, ?, ?> model, M base) {
        int column = model.managed(ManagedColumn.VERSION);
        Object version = column < model.components() ? model.value(base, column) : null;
        if (!(version instanceof Number number) || number.longValue() < 1) {
            throw missing(model);
        }
        return new ExpectedVersion(number.longValue());
    }

    /** The error of a change that does not say which version it is for. */
    static RuntimeException missing(ModelMetadata<?, ?, ?, ?> model) {
        return Refusal.of(
                ErrorCode.VERSION_MISSING,
                "a change of a row of " + model + " does not say for which version it is made",
                "its rows have versions, so that a change made by somebody else in the meantime is not undone unseen",
                "give expectedVersion(…), or a row read before whose model has a @Version component; modify(…) reads and"
                        + " writes; anyVersion() says that it does not matter. Maps have `version` and `any_version`");
    }

    /** What makes the statements that change a row of this version only. */
    StatementFactory in(StatementFactory statements) {
        return version == null
                ? statements
                : statements.reaching(statements.reach().expected());
    }

    /** Puts it where its parameter is read. */
    @Nullable
    Object[] put(ModelMetadata<?, ?, ?, ?> model, @Nullable Object[] row) {
        if (version != null) {
            row[model.managed(ManagedColumn.VERSION)] = version;
        }
        return row;
    }

    /** The error of a row that has another version. */
    VersionConflictException stale(ModelMetadata<?, ?, ?, ?> model, long found) {
        long expected = version == null ? 0 : version;
        boolean later = found < expected;
        return new VersionConflictException(
                new Problem(
                        ErrorCode.VERSION_CONFLICT,
                        later
                                ? "a row of " + model + " has not had the version a change is made for"
                                : "a row of " + model + " was changed by somebody else",
                        "the change is made for version " + expected + ", and the row has version " + found,
                        later
                                ? "give the version that was read with the row; the row may have been deleted and created"
                                        + " anew since, or come from another database"
                                : "read it again and decide anew, or use modify(…), which does"),
                model.definition().name(),
                expected,
                found);
    }
}
