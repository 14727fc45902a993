package dev.dataflow.migrations.catalog;

/**
 * MariaDB's information schema, where a schema is a database. A default is told as it stands in SQL, so the absence of one
 * is the word NULL.
 */
final class MariaDbCatalog {

    static final CatalogQueries QUERIES = new CatalogQueries(
            MySqlCatalog.QUERIES.connection(),
            MySqlCatalog.QUERIES.named(),
            MySqlCatalog.QUERIES.schemas(),
            """
            SELECT TABLE_NAME, CASE WHEN TABLE_TYPE IN ('BASE TABLE', 'SYSTEM VERSIONED') THEN 'table'
                   WHEN TABLE_TYPE = 'SEQUENCE' THEN 'sequence' ELSE 'view' END, @@lower_case_table_names <> 0, TABLE_SCHEMA
            FROM information_schema.TABLES
            WHERE %2$s
            ORDER BY TABLE_NAME""",
            """
            SELECT TABLE_NAME, COLUMN_NAME, COLUMN_TYPE, IS_NULLABLE = 'NO',
                   coalesce(COLUMN_DEFAULT, 'NULL') <> 'NULL', EXTRA LIKE '%auto_increment%',
                   coalesce(GENERATION_EXPRESSION, '') <> '', COLLATION_NAME
            FROM information_schema.COLUMNS
            WHERE %2$s AND TABLE_NAME IN (%1$s)
            ORDER BY TABLE_NAME, ORDINAL_POSITION""",
            MySqlCatalog.QUERIES.indexes(),
            MySqlCatalog.QUERIES.foreignKeys());

    private MariaDbCatalog() {}
}
