package dev.dataflow.migrations.table;

/**
 * A check constraint.
 *
 * @param name its name
 * @param condition the condition as SQL, names quoted
 */
public record Check(String name, String condition) {}
