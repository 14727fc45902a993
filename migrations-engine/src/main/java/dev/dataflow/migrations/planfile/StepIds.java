package dev.dataflow.migrations.planfile;

import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.plan.Step;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Gives steps names that do not depend on what else a plan does. Not thread-safe. */
final class StepIds {

    private static final int DIGITS = 10;

    private final Map<String, Integer> used = new HashMap<>();

    String next(Step step) {
        String id = step.changes().isEmpty()
                ? "part:" + Checksum.of(String.join(";", step.statements())).substring(0, DIGITS)
                : of(step.changes().get(0));
        int count = used.merge(id, 1, Integer::sum);
        return count == 1 ? id : id + "#" + count;
    }

    /** The kind, and what it is about: its table, and what of it has a name. */
    private static String of(Change change) {
        JsonNode tree = PlanForm.tree(change);
        String part = Stream.of("from", "after")
                .filter(tree::has)
                .findFirst()
                .or(() -> tree.propertyNames().stream()
                        .filter(name -> tree.get(name).has("name"))
                        .findFirst())
                .map(tree::get)
                .map(value -> value.isString()
                        ? value.stringValue()
                        : value.path("name").asString(""))
                .orElse("");
        String table = tree.path("table").asString("");
        return change.kind().inPlanFiles() + ":"
                + (table.isEmpty() || part.isEmpty() ? table + part : table + "." + part);
    }
}
