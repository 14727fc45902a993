package dev.dataflow.migrations.reader.mysql;

import dev.dataflow.migrations.reader.row.Catalog;
import dev.dataflow.migrations.schema.Deferral;
import dev.dataflow.migrations.schema.Index;
import dev.dataflow.migrations.schema.KeyPart;
import dev.dataflow.migrations.schema.NullOrder;
import dev.dataflow.migrations.schema.PrimaryKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Indexes and primary keys. */
final class Indexes {

    private static final String PRIMARY = "PRIMARY";

    private static final String SQL = """
            SELECT s.TABLE_NAME, s.INDEX_NAME, s.NON_UNIQUE, s.COLUMN_NAME, s.COLLATION, s.SUB_PART, s.INDEX_TYPE,
              s.INDEX_COMMENT, %s AS INVISIBLE, %s AS EXPRESSION
            FROM information_schema.STATISTICS s
            WHERE s.TABLE_SCHEMA = ?
            ORDER BY s.TABLE_NAME, s.INDEX_NAME, s.SEQ_IN_INDEX
            """;

    /** An index and its parts so far. */
    private record Growing(boolean unique, String method, SortedMap<String, String> options, List<KeyPart> parts) {}

    private final Dialect dialect;
    private final Map<String, Map<String, Growing>> tables = new HashMap<>();

    private Indexes(Dialect dialect) {
        this.dialect = dialect;
    }

    static Indexes read(Catalog catalog, Dialect dialect) throws SQLException {
        Indexes indexes = new Indexes(dialect);
        String sql = SQL.formatted(
                dialect.by("CASE s.IS_VISIBLE WHEN 'NO' THEN 'true' END", "CASE s.IGNORED WHEN 'YES' THEN 'true' END"),
                dialect.by("s.EXPRESSION", "NULL"));
        catalog.list(sql, indexes::add, dialect.database());
        return indexes;
    }

    @Nullable
    PrimaryKey primaryKey(String table) {
        Growing key = of(table).get(PRIMARY);
        return key == null ? null : new PrimaryKey(null, key.parts(), List.of(), Deferral.NONE, key.options());
    }

    List<Index> indexes(String table) {
        List<Index> indexes = new ArrayList<>();
        of(table).forEach((name, each) -> {
            if (!name.equals(PRIMARY)) {
                indexes.add(new Index(
                        name, each.parts(), List.of(), null, each.unique(), true, each.method(), true, each.options()));
            }
        });
        return indexes;
    }

    private Map<String, Growing> of(String table) {
        return tables.getOrDefault(table, Map.of());
    }

    private boolean add(ResultSet row) throws SQLException {
        String method = row.getString("INDEX_TYPE").toLowerCase(Locale.ROOT);
        SortedMap<String, String> options = new TreeMap<>(Catalog.options(row, "invisible", "INVISIBLE"));
        if (!row.getString("INDEX_COMMENT").isEmpty()) {
            options.put("comment", row.getString("INDEX_COMMENT"));
        }
        boolean unique = row.getInt("NON_UNIQUE") == 0;
        return tables.computeIfAbsent(row.getString("TABLE_NAME"), each -> new LinkedHashMap<>())
                .computeIfAbsent(
                        row.getString("INDEX_NAME"), each -> new Growing(unique, method, options, new ArrayList<>()))
                .parts()
                .add(part(row, method.equals("spatial")));
    }

    /** A spatial index is over a part of a column in the catalog, and over all of it in statements. */
    private KeyPart part(ResultSet row, boolean spatial) throws SQLException {
        int prefix = row.getInt("SUB_PART");
        return new KeyPart(
                row.getString("COLUMN_NAME"),
                dialect.expression(row.getString("EXPRESSION")),
                "D".equals(row.getString("COLLATION")),
                NullOrder.DEFAULT,
                null,
                null,
                prefix == 0 || spatial ? null : prefix);
    }
}
