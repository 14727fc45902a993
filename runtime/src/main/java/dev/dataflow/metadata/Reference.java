package dev.dataflow.metadata;

import dev.dataflow.model.OnDelete;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key to another model.
 *
 * @param constraint its name in the database
 * @param column the name of its column in the table
 * @param target the qualified name of the model it points to
 * @param relation the name of the relation to the target; null for none
 * @param inverse the name of the relation back; null for none
 * @param onDelete what happens to a row when the row it points to is deleted
 */
public record Reference(
        String constraint,
        String column,
        String target,
        @Nullable RelationName relation,
        @Nullable RelationName inverse,
        OnDelete onDelete) {

    /** A foreign key that no relation goes by. */
    public Reference(String constraint, String column, String target) {
        this(constraint, column, target, null, null, OnDelete.RESTRICT);
    }

    /** The same key with a relation to its target. */
    public Reference relation(String name, String key) {
        return new Reference(constraint, column, target, new RelationName(name, key), inverse, onDelete);
    }

    /** The same key with a relation back from its target. */
    public Reference inverse(String name, String key) {
        return new Reference(constraint, column, target, relation, new RelationName(name, key), onDelete);
    }

    /** The same key with something else than a refusal when the row it points to is deleted. */
    public Reference onDelete(OnDelete action) {
        return new Reference(constraint, column, target, relation, inverse, action);
    }
}
