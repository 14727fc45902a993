package dev.dataflow.migrations.catalog;

/** MySQL's information schema, of the connection's database. */
final class MySqlCatalog {

    static final CatalogQueries QUERIES = new CatalogQueries("""
            SELECT TABLE_NAME, IF(TABLE_TYPE = 'BASE TABLE', 'table', 'view'), @@lower_case_table_names <> 0
            FROM information_schema.TABLES
            WHERE TABLE_SCHEMA = DATABASE()
            ORDER BY TABLE_NAME""", """
            SELECT TABLE_NAME, COLUMN_NAME, COLUMN_TYPE, IS_NULLABLE = 'NO',
                   COLUMN_DEFAULT IS NOT NULL, EXTRA LIKE '%%auto_increment%%',
                   coalesce(GENERATION_EXPRESSION, '') <> '', COLLATION_NAME
            FROM information_schema.COLUMNS
            WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME IN (%s)
            ORDER BY TABLE_NAME, ORDINAL_POSITION""", """
            SELECT TABLE_NAME, INDEX_NAME, INDEX_NAME = 'PRIMARY', NON_UNIQUE = 0, true,
                   IF(SUB_PART IS NULL, COLUMN_NAME, NULL)
            FROM information_schema.STATISTICS
            WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME IN (%s)
            ORDER BY TABLE_NAME, INDEX_NAME, SEQ_IN_INDEX""", """
            SELECT k.TABLE_NAME, k.CONSTRAINT_NAME, k.COLUMN_NAME, k.REFERENCED_TABLE_NAME, k.REFERENCED_COLUMN_NAME,
                   r.DELETE_RULE
            FROM information_schema.KEY_COLUMN_USAGE k
            JOIN information_schema.REFERENTIAL_CONSTRAINTS r
              ON r.CONSTRAINT_SCHEMA = k.CONSTRAINT_SCHEMA AND r.CONSTRAINT_NAME = k.CONSTRAINT_NAME
                AND r.TABLE_NAME = k.TABLE_NAME
            WHERE k.TABLE_SCHEMA = DATABASE() AND k.REFERENCED_TABLE_NAME IS NOT NULL AND k.TABLE_NAME IN (%s)
            ORDER BY k.TABLE_NAME, k.CONSTRAINT_NAME, k.ORDINAL_POSITION""");

    private MySqlCatalog() {}
}
