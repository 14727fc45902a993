package dev.dataflow.migrations.catalog;

/**
 * SQLite's pragmas, as table-valued functions. A strict table's types are marked, because its columns convert nothing.
 * A lone INTEGER primary key without an index of its own is the row's number, which SQLite counts up. Tables are joined
 * to their texts, not looked up for each column: SQLite keeps no index of them and reads them all each time.
 */
final class SqliteCatalog {

    static final CatalogQueries QUERIES = new CatalogQueries("""
            true""", """
            false""", """
            SELECT NULL""", """
            SELECT name, type, 1, NULL FROM pragma_table_list WHERE schema = 'main'
            UNION ALL
            SELECT name, 'index', 1, NULL FROM sqlite_schema WHERE type = 'index'
            ORDER BY 1""", """
            SELECT l.name, x.name, iif(l.strict, 'strict ', '') || x.type,
                   x."notnull" OR (x.pk > 0 AND i.name IS NULL),
                   x.dflt_value IS NOT NULL,
                   x.pk > 0 AND i.name IS NULL AND upper(x.type) = 'INTEGER',
                   x.hidden IN (2, 3),
                   iif(s.name IS NULL, NULL, 'some')
            FROM pragma_table_list l
            JOIN pragma_table_xinfo(l.name) x
            LEFT JOIN pragma_index_list(l.name) i ON i.origin = 'pk'
            LEFT JOIN (SELECT name FROM sqlite_schema WHERE type = 'table' AND instr(lower(sql), 'collate') > 0) s
              ON s.name = l.name
            WHERE l.schema = 'main' AND l.type = 'table' AND x.hidden <> 1 AND l.name IN (%1$s)
            ORDER BY l.name, x.cid""", """
            SELECT l.name, i.name, 0, i."unique", iif(i.partial,
                     (SELECT substr(s.sql, instr(lower(s.sql), ' where ') + 7) FROM sqlite_schema s WHERE s.name = i.name), ''), c.name, i.seq, c.seqno
            FROM pragma_table_list l
            JOIN pragma_index_list(l.name) i
            JOIN pragma_index_xinfo(i.name) c
            WHERE l.schema = 'main' AND i.origin <> 'pk' AND c.key = 1 AND l.name IN (%1$s)
            UNION ALL
            SELECT l.name, '', 1, 1, '', x.name, -1, x.pk
            FROM pragma_table_list l
            JOIN pragma_table_xinfo(l.name) x
            WHERE l.schema = 'main' AND x.pk > 0 AND l.name IN (%1$s)
            ORDER BY 1, 7, 8""", """
            SELECT l.name, 'foreign key ' || f.id, f."from", f."table", f."to", f.on_delete, NULL
            FROM pragma_table_list l
            JOIN pragma_foreign_key_list(l.name) f
            WHERE l.schema = 'main' AND l.name IN (%1$s)
            ORDER BY l.name, f.id, f.seq""");

    private SqliteCatalog() {}
}
