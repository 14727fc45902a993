package dev.dataflow.model;

import org.jspecify.annotations.Nullable;

/**
 * A foreign key to another model's key.
 *
 * @param constraint the constraint's name in the database
 * @param column the column that holds the key
 * @param relation the relation's name, such as {@code customer}
 * @param target the qualified name of the model it points to
 * @param inverse the name of the relation back, such as {@code orders}, or null
 * @param onDelete what happens when the target row is deleted
 */
public record ReferenceDescriptor(
        String constraint,
        String column,
        String relation,
        String target,
        @Nullable String inverse,
        OnDelete onDelete) {}
