package dev.dataflow.migrations.analysis;

import dev.dataflow.migrations.wording.Amount;
import java.util.ArrayList;
import java.util.List;

/**
 * What there is to know about the foreign keys of a schema.
 *
 * @param keys how many there are
 * @param findings what costs time or rows sooner or later
 * @param cycles tables whose keys lead back to them
 * @param longestChain the most tables that point to each other in a row, from the first child to the last parent; tables of
 *     one circle count once
 */
public record ForeignKeyReport(int keys, List<KeyFinding> findings, List<KeyCycle> cycles, List<String> longestChain) {

    /** Copies the lists. */
    public ForeignKeyReport {
        findings = List.copyOf(findings);
        cycles = List.copyOf(cycles);
        longestChain = List.copyOf(longestChain);
    }

    /** The report as a tree, to be printed. */
    public String text() {
        List<String> lines = new ArrayList<>();
        if (longestChain.size() > 1) {
            lines.add("longest chain: " + String.join(" → ", longestChain));
        }
        cycles.forEach(cycle -> lines.add("circle: " + cycle.text()));
        findings.forEach(finding -> lines.add(finding.text()));
        return TextTree.of(Amount.of(keys, "foreign key", "foreign keys"), lines, line -> line, line -> List.of());
    }
}
