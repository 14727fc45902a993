package dev.dataflow.cli.report;

import java.util.List;

/**
 * The foreign keys of the tables that a plan is about, when it has run.
 *
 * @param reaches how far deletes from each of these tables go, where they take rows of others along
 * @param findings what costs time or rows sooner or later
 */
public record KeyReport(List<Dependant> reaches, List<String> findings) {

    /** Copies the lists. */
    public KeyReport {
        reaches = List.copyOf(reaches);
        findings = List.copyOf(findings);
    }

    /** Whether there is nothing to say. */
    public boolean saysNothing() {
        return reaches.isEmpty() && findings.isEmpty();
    }
}
