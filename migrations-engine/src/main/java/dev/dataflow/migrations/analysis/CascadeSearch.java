package dev.dataflow.migrations.analysis;

import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Follows deletes from table to table. Each table is followed once. Not thread-safe. */
final class CascadeSearch {

    private final SchemaNames names;
    private final KeyGraph graph;
    private final Outcomes outcomes;
    private final RowCounts counts;
    private final Set<String> followed = new HashSet<>();

    CascadeSearch(SchemaNames names, KeyGraph graph, Outcomes outcomes, RowCounts counts) {
        this.names = names;
        this.graph = graph;
        this.outcomes = outcomes;
        this.counts = counts;
    }

    List<CascadeStep> from(String table) {
        followed.add(table);
        List<CascadeStep> steps = new ArrayList<>();
        for (KeyLink link : graph.to(table)) {
            Table child = names.table(link.table());
            boolean nullable = link.key().columns().stream()
                    .map(each -> names.column(child, each))
                    .allMatch(Column::nullable);
            Outcome outcome = outcomes.onDelete(link.key().onDelete(), nullable);
            boolean goes = outcome.effect() == Effect.ROWS_GO;
            boolean again = goes && followed.contains(link.table());
            steps.add(new CascadeStep(
                    link, outcome, counts.rows(link.table()), again, goes && !again ? from(link.table()) : List.of()));
        }
        return steps;
    }
}
