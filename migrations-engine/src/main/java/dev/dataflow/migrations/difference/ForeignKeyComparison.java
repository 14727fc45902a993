package dev.dataflow.migrations.difference;

import dev.dataflow.migrations.catalog.LiveSchema;
import dev.dataflow.migrations.identifier.NameRule;
import dev.dataflow.migrations.table.ForeignKey;
import dev.dataflow.migrations.table.Table;
import java.util.Optional;
import java.util.function.Consumer;

/** Compares foreign keys by their columns and targets; names do not matter. */
final class ForeignKeyComparison {

    private final LiveSchema schema;
    private final NameRule names;
    private final Table model;
    private final Table live;

    ForeignKeyComparison(LiveSchema schema, Table model, Table live) {
        this.schema = schema;
        this.names = schema.names();
        this.model = model;
        this.live = live;
    }

    void run(Consumer<Difference> differences) {
        for (ForeignKey wanted : model.foreignKeys()) {
            Optional<ForeignKey> found = live.foreignKeys().stream()
                    .filter(each -> same(wanted, each))
                    .findFirst();
            String target = wanted.targetTable() + " (" + String.join(", ", wanted.targetColumns()) + ")";
            if (found.isEmpty()) {
                differences.accept(at(
                        wanted, "has no foreign key to " + target + ", the model says it has `" + wanted.name() + "`"));
            } else if (!sameRule(wanted, found.get())) {
                differences.accept(at(
                        wanted,
                        "the foreign key to " + target + " is ON DELETE "
                                + found.get().onDelete().sql() + ", the model says "
                                + wanted.onDelete().sql()));
            }
        }
    }

    private boolean same(ForeignKey wanted, ForeignKey found) {
        return names.columns(found.columns()).equals(names.columns(wanted.columns()))
                && names.table(found.targetTable()).equals(schema.place(wanted.targetTable()))
                && (found.targetColumns().isEmpty()
                        || names.columns(found.targetColumns()).equals(names.columns(wanted.targetColumns())));
    }

    private static boolean sameRule(ForeignKey wanted, ForeignKey found) {
        return found.onDelete() == wanted.onDelete()
                || found.onDelete().refuses() && wanted.onDelete().refuses();
    }

    private Difference at(ForeignKey key, String text) {
        return new Difference(model.name(), key.columns().get(0), text);
    }
}
