package dev.dataflow.migrations.catalog;

/**
 * PostgreSQL's catalog, 12 and later. A name without a schema means what the search path says, so those tables are looked
 * for along it. A domain counts as the type below it.
 */
final class PostgresCatalog {

    static final CatalogQueries QUERIES = new CatalogQueries("""
            pg_catalog.pg_table_is_visible(c.oid)""", """
            c.relnamespace = (SELECT oid FROM pg_catalog.pg_namespace WHERE nspname = ?)""", """
            SELECT current_schema() UNION ALL SELECT nspname FROM pg_catalog.pg_namespace WHERE nspname IN (%1$s)""", """
            SELECT c.relname,
                   CASE c.relkind
                     WHEN 'r' THEN 'table' WHEN 'p' THEN 'table' WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view'
                     WHEN 'f' THEN 'foreign table' WHEN 'S' THEN 'sequence' WHEN 'c' THEN 'composite type'
                     ELSE 'index' END,
                   false, n.nspname
            FROM pg_catalog.pg_class c
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE %2$s
              AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_t%'
            ORDER BY c.relname""", """
            SELECT c.relname, a.attname,
                   CASE WHEN t.typtype = 'd' THEN pg_catalog.format_type(t.typbasetype, t.typtypmod)
                        ELSE pg_catalog.format_type(a.atttypid, a.atttypmod) END,
                   a.attnotnull OR t.typnotnull,
                   a.atthasdef OR t.typdefault IS NOT NULL,
                   a.attidentity <> '' OR coalesce(pg_catalog.pg_get_expr(d.adbin, d.adrelid) LIKE 'nextval(%', false),
                   a.attgenerated <> '',
                   CASE WHEN l.collname <> 'default' THEN l.collname
                        WHEN l.collname IS NOT NULL THEN
                          (SELECT datcollate FROM pg_catalog.pg_database WHERE datname = current_database()) END
            FROM pg_catalog.pg_attribute a
            JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
            JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
            LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            LEFT JOIN pg_catalog.pg_collation l ON l.oid = a.attcollation
            WHERE c.relkind IN ('r', 'p') AND %2$s AND c.relname IN (%1$s)
              AND a.attnum > 0 AND NOT a.attisdropped
            ORDER BY c.relname, a.attnum""", """
            SELECT c.relname, x.relname, i.indisprimary, i.indisunique,
                   CASE WHEN i.indisvalid AND i.indimmediate
                     THEN coalesce(pg_catalog.pg_get_expr(i.indpred, i.indrelid), '') END, a.attname
            FROM pg_catalog.pg_index i
            JOIN pg_catalog.pg_class c ON c.oid = i.indrelid
            JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid
            CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY k (attnum, position)
            LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
            WHERE %2$s AND c.relname IN (%1$s) AND k.position <= i.indnkeyatts
            ORDER BY c.relname, x.relname, k.position""", """
            SELECT c.relname, f.conname, a.attname, r.relname, b.attname,
                   CASE f.confdeltype WHEN 'r' THEN 'RESTRICT' WHEN 'c' THEN 'CASCADE' WHEN 'n' THEN 'SET NULL'
                                      WHEN 'd' THEN 'SET DEFAULT' ELSE 'NO ACTION' END,
                   (SELECT nspname FROM pg_catalog.pg_namespace WHERE oid = r.relnamespace)
            FROM pg_catalog.pg_constraint f
            JOIN pg_catalog.pg_class c ON c.oid = f.conrelid
            JOIN pg_catalog.pg_class r ON r.oid = f.confrelid
            CROSS JOIN LATERAL unnest(f.conkey, f.confkey) WITH ORDINALITY k (own, target, position)
            JOIN pg_catalog.pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = k.own
            JOIN pg_catalog.pg_attribute b ON b.attrelid = f.confrelid AND b.attnum = k.target
            WHERE f.contype = 'f' AND %2$s AND c.relname IN (%1$s)
            ORDER BY c.relname, f.conname, k.position""");

    private PostgresCatalog() {}
}
