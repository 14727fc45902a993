package dev.dataflow.migrations.schema;

/**
 * An exclusion constraint.
 *
 * @param name its name
 * @param definition all of it, from EXCLUDE on, as the server writes it
 */
public record Exclusion(String name, String definition) {}
