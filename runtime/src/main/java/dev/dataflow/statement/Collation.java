package dev.dataflow.statement;

import org.jspecify.annotations.Nullable;

/**
 * What a database compares the texts of a column by, where different ones are equal.
 *
 * @param qualifier the collation's schema on PostgreSQL, its character set on MySQL and MariaDB; else null
 * @param name its name
 */
public record Collation(@Nullable String qualifier, String name) {}
