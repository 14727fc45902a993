package dev.dataflow.migrations.catalog;

/**
 * The queries that read one database's catalog. Where {@code %s} stands, the names of tables are bound.
 *
 * @param relations name, kind, and whether names of tables are compared without regard to case
 * @param columns table, name, type, whether NOT NULL, whether it has a default, is an identity, is computed, and its
 *     collation; in order of the columns
 * @param indexes one row for each of an index's columns: table, index, whether primary, whether unique, whether over
 *     all rows, and the column, null for an expression or a part of a column; in order of index and columns
 * @param foreignKeys one row for each of a key's columns: table, key, column, target table, target column, delete rule;
 *     in order of key and columns
 */
record CatalogQueries(String relations, String columns, String indexes, String foreignKeys) {}
