package dev.dataflow.migrations.descriptor;

import dev.dataflow.model.ColumnDescriptor;
import dev.dataflow.model.ModelDescriptor;
import dev.dataflow.model.ReferenceDescriptor;
import java.util.HashSet;
import java.util.Set;

/** Gives references the collation of the keys they hold: what is equal as a key must be equal as a reference to it. */
public final class ReferenceCollations {

    private final Models models;

    /**
     * The collations of references among models.
     *
     * @param models the models
     */
    public ReferenceCollations(Models models) {
        this.models = models;
    }

    /**
     * A column with the collation it is to have.
     *
     * @param model the column's model
     * @param column one of its columns
     * @return the column; with the key's collation, when it is a reference that names none
     */
    public ColumnDescriptor complete(ModelDescriptor model, ColumnDescriptor column) {
        return complete(model, column, new HashSet<>());
    }

    private ColumnDescriptor complete(ModelDescriptor model, ColumnDescriptor column, Set<String> seen) {
        if (column.collation() != null || !seen.add(model.name() + " " + column.column())) {
            return column;
        }
        for (ReferenceDescriptor reference : model.references()) {
            ModelDescriptor target = models.find(reference.target()).orElse(null);
            if (reference.column().equals(column.column()) && target != null) {
                String key = target.key().columns().get(0);
                return target.columns().stream()
                        .filter(each -> each.column().equals(key))
                        .map(each ->
                                column.collated(complete(target, each, seen).collation()))
                        .findFirst()
                        .orElse(column);
            }
        }
        return column;
    }
}
