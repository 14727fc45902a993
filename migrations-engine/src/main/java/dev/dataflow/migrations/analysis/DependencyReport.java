package dev.dataflow.migrations.analysis;

import java.util.List;
import java.util.stream.Stream;

/**
 * What depends on what an operation changes.
 *
 * @param operation the operation
 * @param dependants the dependants, the nearest ones, each with those behind it
 */
public record DependencyReport(Operation operation, List<Dependant> dependants) {

    /** Copies the list. */
    public DependencyReport {
        dependants = List.copyOf(dependants);
    }

    /** All dependants, near and far. */
    public Stream<Dependant> all() {
        return dependants.stream().flatMap(Dependant::all);
    }

    /** Dependants that refuse the operation, break by it, or go with it. */
    public List<Dependant> trouble() {
        return all().filter(each -> each.outcome().effect().isTrouble()).toList();
    }

    /** The dependants as a tree, to be printed. */
    public String text() {
        String heading = operation.describe() + (dependants.isEmpty() ? ": nothing depends on it" : "");
        return TextTree.of(heading, dependants, Dependant::text, Dependant::dependants);
    }
}
