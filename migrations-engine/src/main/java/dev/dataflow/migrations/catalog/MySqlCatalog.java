package dev.dataflow.migrations.catalog;

/** MySQL's information schema, where a schema is a database. */
final class MySqlCatalog {

    static final CatalogQueries QUERIES = new CatalogQueries("""
            TABLE_SCHEMA = DATABASE()""", """
            TABLE_SCHEMA = ?""", """
            SELECT DATABASE() UNION ALL SELECT SCHEMA_NAME FROM information_schema.SCHEMATA WHERE SCHEMA_NAME IN (%1$s)""", """
            SELECT TABLE_NAME, IF(TABLE_TYPE = 'BASE TABLE', 'table', 'view'), @@lower_case_table_names <> 0, TABLE_SCHEMA
            FROM information_schema.TABLES
            WHERE %2$s
            ORDER BY TABLE_NAME""", """
            SELECT TABLE_NAME, COLUMN_NAME, COLUMN_TYPE, IS_NULLABLE = 'NO',
                   COLUMN_DEFAULT IS NOT NULL, EXTRA LIKE '%auto_increment%',
                   coalesce(GENERATION_EXPRESSION, '') <> '', COLLATION_NAME
            FROM information_schema.COLUMNS
            WHERE %2$s AND TABLE_NAME IN (%1$s)
            ORDER BY TABLE_NAME, ORDINAL_POSITION""", """
            SELECT TABLE_NAME, INDEX_NAME, INDEX_NAME = 'PRIMARY', NON_UNIQUE = 0, '',
                   IF(SUB_PART IS NULL, COLUMN_NAME, NULL)
            FROM information_schema.STATISTICS
            WHERE %2$s AND TABLE_NAME IN (%1$s)
            ORDER BY TABLE_NAME, INDEX_NAME, SEQ_IN_INDEX""", """
            SELECT k.TABLE_NAME, k.CONSTRAINT_NAME, k.COLUMN_NAME, k.REFERENCED_TABLE_NAME, k.REFERENCED_COLUMN_NAME,
                   r.DELETE_RULE, k.REFERENCED_TABLE_SCHEMA
            FROM information_schema.KEY_COLUMN_USAGE k
            JOIN information_schema.REFERENTIAL_CONSTRAINTS r
              ON r.CONSTRAINT_SCHEMA = k.CONSTRAINT_SCHEMA AND r.CONSTRAINT_NAME = k.CONSTRAINT_NAME
                AND r.TABLE_NAME = k.TABLE_NAME
            WHERE %2$s AND k.REFERENCED_TABLE_NAME IS NOT NULL AND k.TABLE_NAME IN (%1$s)
            ORDER BY k.TABLE_NAME, k.CONSTRAINT_NAME, k.ORDINAL_POSITION""");

    private MySqlCatalog() {}
}
