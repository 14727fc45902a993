package dev.dataflow.metadata;

/**
 * A foreign key to another model.
 *
 * @param constraint its name in the database
 * @param column the name of its column in the table
 * @param target the qualified name of the model it points to
 */
public record Reference(String constraint, String column, String target) {}
