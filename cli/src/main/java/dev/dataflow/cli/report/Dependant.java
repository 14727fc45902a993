package dev.dataflow.cli.report;

import java.util.List;

/**
 * Something that hangs on what a plan changes.
 *
 * @param name what it is called
 * @param effect what happens to it
 * @param dependants what hangs on it in turn
 */
public record Dependant(String name, String effect, List<Dependant> dependants) {

    /** Copies the list. */
    public Dependant {
        dependants = List.copyOf(dependants);
    }
}
