package dev.dataflow.cli.source;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.planfile.PlanFile;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.snapshot.Fingerprint;
import dev.dataflow.migrations.snapshot.Snapshot;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a file says that a database is to be.
 *
 * @param engine the database
 * @param states the states that are right, in words, by fingerprint
 * @param schema the schema itself, where the file has it; null for a plan, which has its fingerprints only
 */
public record KeptState(
        DatabaseEngine engine,
        Map<String, String> states,
        @Nullable Schema schema) {

    /** Copies the map. */
    public KeptState {
        states = new LinkedHashMap<>(states);
    }

    /**
     * Reads a snapshot or a plan.
     *
     * @param file its name, for errors
     * @param text its text
     * @throws dev.dataflow.error.DataFlowException when it is neither
     */
    public static KeptState read(Path file, String text) {
        if (text.contains("\"" + PlanFile.FORMAT.replaceFirst("/.*", "/"))) {
            PlanFile plan = PlanFile.read(text);
            Map<String, String> states = new LinkedHashMap<>();
            states.put(plan.before(), "as " + file.getFileName() + " starts from");
            states.put(plan.after(), "as " + file.getFileName() + " leaves it");
            return new KeptState(plan.engine(), states, null);
        }
        Schema schema = Snapshot.read(text);
        return new KeptState(
                schema.engine(), Map.of(Fingerprint.of(schema), "as " + file.getFileName() + " says"), schema);
    }

    /** The state that a fingerprint means; null when it is none of them. */
    public @Nullable String stateOf(String fingerprint) {
        return states.get(fingerprint);
    }

    /** The fingerprints that are right. */
    public List<String> fingerprints() {
        return List.copyOf(states.keySet());
    }

    /** What changed since; empty when only fingerprints were kept. */
    public List<String> differences(Schema present) {
        return schema == null
                ? List.of()
                : SchemaDiff.of(schema, present).changes().stream()
                        .map(Change::describe)
                        .toList();
    }
}
