package dev.dataflow.migrations.catalog;

/**
 * The queries that read one schema of a database's catalog. Where {@code %1$s} stands, the names of tables are bound;
 * where {@code %2$s} stands, the condition for the schema goes.
 *
 * @param connection the condition for what a name without a schema means
 * @param named the condition for a schema whose name is bound
 * @param schemas the current schema's name, and one row for each schema whose name is bound, if it is there
 * @param relations name, kind, whether names of tables are compared without regard to case, and schema
 * @param columns table, name, type, whether NOT NULL, whether it has a default, is an identity, is computed, and its
 *     collation; in order of the columns
 * @param indexes one row for each of an index's columns: table, index, whether primary, whether unique, whether over
 *     all rows, and the column, null for an expression or a part of a column; in order of index and columns
 * @param foreignKeys one row for each of a key's columns: table, key, column, target table, target column, delete rule,
 *     target schema; in order of key and columns
 */
record CatalogQueries(
        String connection,
        String named,
        String schemas,
        String relations,
        String columns,
        String indexes,
        String foreignKeys) {}
