package dev.dataflow.migrations.reader.row;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Runs queries on one connection. Not thread-safe, as the connection. */
public final class Catalog {

    private static final int FETCH = 10_000;

    private final Connection connection;

    /** Queries on a connection. */
    public Catalog(Connection connection) {
        this.connection = connection;
    }

    /** The values of all rows, in their order. */
    public <T> List<T> list(String sql, Row<T> row, Object... parameters) throws SQLException {
        List<T> values = new ArrayList<>();
        each(sql, rows -> values.add(row.read(rows)), parameters);
        return values;
    }

    /** The values of all rows by a key, both in their order. */
    public <K, T> Map<K, List<T>> grouped(String sql, Row<K> key, Row<T> row, Object... parameters)
            throws SQLException {
        Map<K, List<T>> values = new LinkedHashMap<>();
        each(
                sql,
                rows -> values.computeIfAbsent(key.read(rows), each -> new ArrayList<>())
                        .add(row.read(rows)),
                parameters);
        return values;
    }

    /** The only row's value; null when there is no row. */
    public <T> @Nullable T first(String sql, Row<T> row, Object... parameters) throws SQLException {
        List<T> values = list(sql, row, parameters);
        return values.isEmpty() ? null : values.get(0);
    }

    /** An array's texts; none for NULL. */
    public static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    /** Options of a row: its columns by the names of options, but NULL. */
    public static SortedMap<String, String> options(ResultSet row, String... namesAndColumns) throws SQLException {
        SortedMap<String, String> options = new TreeMap<>();
        for (int i = 0; i < namesAndColumns.length; i += 2) {
            String value = row.getString(namesAndColumns[i + 1]);
            if (value != null) {
                options.put(namesAndColumns[i], value);
            }
        }
        return options;
    }

    private void each(String sql, Row<?> row, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.setFetchSize(FETCH);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    row.read(rows);
                }
            }
        }
    }
}
