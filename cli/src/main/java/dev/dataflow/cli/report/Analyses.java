package dev.dataflow.cli.report;

import java.util.List;

/**
 * What was found out about the schemas of a plan.
 *
 * @param dependants what hangs on what is changed
 * @param keys the foreign keys of the tables that it is about
 * @param renames how tables that get other names can have both for a while
 */
public record Analyses(List<Dependant> dependants, KeyReport keys, List<RenameReport> renames) {

    /** Copies the lists. */
    public Analyses {
        dependants = List.copyOf(dependants);
        renames = List.copyOf(renames);
    }
}
