package dev.dataflow.migrations.difference;

import dev.dataflow.migrations.table.Table;
import java.util.List;

/**
 * What a comparison found.
 *
 * @param missing tables of the models that are not there
 * @param differences where a table that is there, or something in its place, does not fit its model
 * @param remarks what fits and is worth knowing
 */
public record Findings(List<Table> missing, List<Difference> differences, List<Difference> remarks) {

    /** Copies the lists. */
    public Findings {
        missing = List.copyOf(missing);
        differences = List.copyOf(differences);
        remarks = List.copyOf(remarks);
    }

    /** Whether the models fit the database as it is. */
    public boolean fits() {
        return missing.isEmpty() && differences.isEmpty();
    }
}
