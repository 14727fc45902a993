package dev.dataflow.migrations.risk;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.NearestName;
import dev.dataflow.error.Problem;
import dev.dataflow.error.SchemaException;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.ChangeKind;
import dev.dataflow.migrations.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The entries of an allow-list. One that means nothing is a mistake: it was to allow something else. */
final class Allowances {

    private static final List<String> KINDS = Stream.of(ChangeKind.values())
            .map(ChangeKind::inAllowLists)
            .distinct()
            .sorted()
            .toList();

    private final Set<String> allowed;

    /**
     * Entries for a plan.
     *
     * @throws SchemaException when an entry allows nothing of the plan
     */
    Allowances(Set<String> allowed, Plan plan) {
        this.allowed = allowed;
        Set<String> there = new TreeSet<>();
        plan.steps().forEach(step -> step.changes().forEach(change -> there.add(change.allowance())));
        List<String> unused = new ArrayList<>();
        for (String entry : new TreeSet<>(allowed)) {
            if (!there.contains(entry)) {
                unused.add("`" + entry + "`: " + NearestName.suggest(entry, there));
            }
        }
        if (!unused.isEmpty()) {
            throw new SchemaException(
                    new Problem(
                            ErrorCode.ALLOWANCE_UNUSED,
                            "these are allowed, and the plan does not do them:\n    " + String.join("\n    ", unused),
                            "an entry that allows nothing was meant for something else, or for a plan that has run",
                            "correct it, or take it away"),
                    null);
        }
    }

    boolean allow(Change change) {
        return allowed.contains(change.allowance());
    }

    /**
     * Looks whether an entry is of a kind that exists.
     *
     * @throws SchemaException when it is not
     */
    static void requireKnown(String entry) {
        int colon = entry.indexOf(':');
        String kind = colon < 0 ? entry : entry.substring(0, colon);
        if (!KINDS.contains(kind) || colon < 0 || colon == entry.length() - 1) {
            throw PolicyText.invalid(
                    "`" + entry + "` allows nothing",
                    KINDS.contains(kind)
                            ? "it does not say of what, as in `" + kind + ":users" + "`"
                            : "there is no change called `" + kind + "`",
                    KINDS.contains(kind)
                            ? "write `" + kind + ":` and the table, and the column after a point"
                            : NearestName.suggest(kind, KINDS));
        }
    }
}
