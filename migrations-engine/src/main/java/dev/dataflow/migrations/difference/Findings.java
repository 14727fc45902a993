package dev.dataflow.migrations.difference;

import dev.dataflow.migrations.table.Table;
import java.util.List;

/**
 * What a comparison found.
 *
 * @param missing tables of the models that are not there
 * @param differences where a table that is there, or something in its place, does not fit its model
 * @param remarks what fits and is worth knowing; missing indexes are among them
 * @param indexes indexes of models that are not there
 */
public record Findings(
        List<Table> missing, List<Difference> differences, List<Difference> remarks, List<MissingIndex> indexes) {

    /** Copies the lists. */
    public Findings {
        missing = List.copyOf(missing);
        differences = List.copyOf(differences);
        remarks = List.copyOf(remarks);
        indexes = List.copyOf(indexes);
    }

    /** Whether the models fit the database as it is. */
    public boolean fits() {
        return missing.isEmpty() && differences.isEmpty();
    }
}
