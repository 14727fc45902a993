package dev.dataflow.migrations.analysis;

import org.jspecify.annotations.Nullable;

/**
 * The longest way from a table by foreign keys.
 *
 * @param table the table
 * @param parent the way from the table that it points to; null when it points to none
 * @param length how many tables there are
 */
record Chain(String table, @Nullable Chain parent, int length) {}
