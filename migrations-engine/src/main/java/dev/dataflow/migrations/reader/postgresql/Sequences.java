package dev.dataflow.migrations.reader.postgresql;

import dev.dataflow.migrations.reader.row.Catalog;
import dev.dataflow.migrations.schema.ColumnName;
import dev.dataflow.migrations.schema.Sequence;
import dev.dataflow.migrations.schema.SequenceNumbers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sequences, and the numbers of identity columns.
 *
 * @param sequences those that stand for themselves
 * @param identities those of identity columns
 */
record Sequences(List<Sequence> sequences, Map<ColumnName, SequenceNumbers> identities) {

    private static final String SQL = """
            SELECT c.relname, format_type(s.seqtypid, NULL) AS type, s.seqstart, s.seqincrement, s.seqmin, s.seqmax,
              s.seqcache, s.seqcycle, o.relname AS owner, a.attname, d.deptype = 'i' AS internal,
              obj_description(c.oid, 'pg_class') AS description,
              CASE c.relpersistence WHEN 'u' THEN 'unlogged' END AS persistence
            FROM pg_class c
              JOIN pg_sequence s ON s.seqrelid = c.oid
              LEFT JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.objsubid = 0
                AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i') AND d.refobjsubid > 0
              LEFT JOIN pg_class o ON o.oid = d.refobjid
              LEFT JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
            WHERE c.relnamespace = ? AND NOT EXISTS (SELECT 1 FROM pg_depend e
              WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
            ORDER BY c.relname
            """;

    static Sequences read(Catalog catalog, long schema) throws SQLException {
        List<Sequence> sequences = new ArrayList<>();
        Map<ColumnName, SequenceNumbers> identities = new HashMap<>();
        catalog.list(
                SQL,
                row -> {
                    ColumnName owner = owner(row);
                    SequenceNumbers numbers = numbers(row);
                    return owner != null && row.getBoolean("internal")
                            ? identities.put(owner, numbers)
                            : sequences.add(new Sequence(
                                    row.getString("relname"),
                                    row.getString("type"),
                                    numbers,
                                    owner,
                                    Catalog.options(row, "comment", "description", "persistence", "persistence")));
                },
                schema);
        return new Sequences(sequences, identities);
    }

    private static @Nullable ColumnName owner(ResultSet row) throws SQLException {
        String table = row.getString("owner");
        return table == null ? null : new ColumnName(table, row.getString("attname"));
    }

    private static SequenceNumbers numbers(ResultSet row) throws SQLException {
        return new SequenceNumbers(
                row.getLong("seqstart"),
                row.getLong("seqincrement"),
                row.getLong("seqmin"),
                row.getLong("seqmax"),
                row.getLong("seqcache"),
                row.getBoolean("seqcycle"));
    }
}
