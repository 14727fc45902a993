package dev.dataflow.migrations.planfile;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.snapshot.Completeness;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes and reads plans as JSON. */
final class PlanText {

    private static final String FAMILY = "dataflow-plan/";
    private static final String CHECKSUM = "checksum";

    private PlanText() {}

    static String write(PlanFile file) {
        ObjectNode content = PlanForm.tree(file);
        ObjectNode tree = PlanForm.JSON.createObjectNode();
        tree.put("format", PlanFile.FORMAT);
        tree.put(CHECKSUM, checksum(content));
        tree.setAll(content);
        return PlanForm.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n";
    }

    static PlanFile read(String text) {
        try {
            JsonNode tree = PlanForm.JSON.readTree(text);
            String format = tree.path("format").asString("");
            if (!format.startsWith(FAMILY)) {
                throw PlanFileError.invalid("it has no `format`", null);
            }
            if (!format.equals(PlanFile.FORMAT)) {
                throw PlanFileError.invalid(
                        "its format is " + format + " and this version reads " + PlanFile.FORMAT, null);
            }
            return file((ObjectNode) tree);
        } catch (JacksonException e) {
            throw PlanFileError.invalid("it is not the JSON expected: " + e.getOriginalMessage(), e);
        } catch (IllegalArgumentException | NullPointerException | ClassCastException e) {
            throw PlanFileError.invalid("it is not the JSON expected: a value is missing or unknown", e);
        }
    }

    private static PlanFile file(ObjectNode tree) {
        tree.remove("format");
        JsonNode checksum = tree.remove(CHECKSUM);
        if (checksum == null) {
            throw PlanFileError.invalid("it has no `checksum`", null);
        }
        List<String> changed = changedSteps(tree);
        if (!changed.isEmpty() || !checksum.asString("").equals(checksum(tree))) {
            throw PlanFileError.changed(changed);
        }
        DatabaseEngine engine = DatabaseEngine.valueOf(tree.path("engine").asString(""));
        PlanFile file = PlanForm.value(tree, PlanFile.class, engine);
        String missing = Completeness.missing(file);
        if (missing != null) {
            throw PlanFileError.invalid("`" + missing + "` has no value", null);
        }
        if (file.risk() != null && file.risk().steps().size() != file.steps().size()) {
            throw PlanFileError.invalid("its risk is that of another number of steps", null);
        }
        return file;
    }

    /** So that who changed one is told which. */
    private static List<String> changedSteps(JsonNode tree) {
        List<String> changed = new ArrayList<>();
        for (JsonNode group : tree.path("groups")) {
            for (JsonNode step : group.path("steps")) {
                if (!step.path(CHECKSUM).asString("").equals(checksum(step.path("step")))) {
                    changed.add(step.path("id").asString("?"));
                }
            }
        }
        return changed;
    }

    private static String checksum(JsonNode tree) {
        return Checksum.of(tree.toString());
    }
}
