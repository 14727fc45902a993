package dev.dataflow.migrations.analysis;

import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ForeignKey;
import dev.dataflow.migrations.schema.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What operations do to foreign keys. */
final class KeyImpacts {

    private final SchemaNames names;
    private final KeyGraph graph;
    private final Outcomes outcomes;

    KeyImpacts(SchemaNames names, KeyGraph graph, Outcomes outcomes) {
        this.names = names;
        this.graph = graph;
        this.outcomes = outcomes;
    }

    List<KeyImpact> of(Operation operation, Table table, @Nullable String column) {
        if (operation instanceof Operation.ChangeAction change) {
            ForeignKey key = names.foreignKey(table, change.key());
            KeyLink link = new KeyLink(table.name(), key);
            return List.of(
                    new KeyImpact(link, Outcome.of(Effect.REBUILT, "dropped and added; all rows are looked at")));
        }
        List<KeyImpact> impacts = new ArrayList<>();
        for (KeyLink link : graph.to(table.name())) {
            boolean self = link.table().equals(table.name());
            List<String> targets = ForeignKeys.targetColumns(names, link.key());
            if (column == null ? !self || operation instanceof Operation.DeleteRows : names.has(targets, column)) {
                impacts.add(new KeyImpact(link, pointing(operation, link)));
            }
        }
        for (KeyLink link : isStructural(operation) ? graph.of(table.name()) : List.<KeyLink>of()) {
            if (column == null || names.has(link.key().columns(), column)) {
                boolean only = link.key().columns().size() == 1;
                impacts.add(new KeyImpact(
                        link,
                        outcomes.of(
                                operation,
                                new Link(
                                        ObjectKind.FOREIGN_KEY,
                                        link.name(),
                                        link.table(),
                                        Tie.PART,
                                        Certainty.CATALOG,
                                        only))));
            }
        }
        return impacts;
    }

    private Outcome pointing(Operation operation, KeyLink link) {
        if (operation instanceof Operation.DeleteRows) {
            Table child = names.table(link.table());
            return outcomes.onDelete(
                    link.key().onDelete(),
                    link.key().columns().stream()
                            .map(each -> names.column(child, each))
                            .allMatch(Column::nullable));
        }
        return operation instanceof Operation.TruncateTable
                ? outcomes.onTruncate(link.key().onDelete())
                : outcomes.of(
                        operation,
                        new Link(
                                ObjectKind.REFERENCING_KEY,
                                link.name(),
                                link.table(),
                                Tie.DEFINITION,
                                Certainty.CATALOG));
    }

    private static boolean isStructural(Operation operation) {
        return !(operation instanceof Operation.DeleteRows || operation instanceof Operation.TruncateTable);
    }
}
