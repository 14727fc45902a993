package dev.dataflow.migrations.reader.mysql;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.reader.row.Catalog;
import dev.dataflow.migrations.schema.Check;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ForeignKey;
import dev.dataflow.migrations.schema.Partitioning;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.schema.Trigger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads a database of MySQL 8.0.16 or MariaDB 10.11, or later: one query for each kind of object. */
public final class MySqlSession {

    private static final String DATABASE =
            "SELECT SCHEMA_NAME FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = coalesce(?, database())";

    private static final String TABLES = """
            SELECT t.TABLE_NAME, t.TABLE_TYPE, t.ENGINE, t.TABLE_COLLATION, t.TABLE_COMMENT, t.CREATE_OPTIONS
            FROM information_schema.TABLES t
            WHERE t.TABLE_SCHEMA = ? AND t.TABLE_TYPE <> 'VIEW'
            ORDER BY t.TABLE_NAME
            """;

    private record Row(String name, String type, SortedMap<String, String> options) {}

    private final Connection connection;
    private final Catalog catalog;
    private final DatabaseEngine engine;

    /** A session on a connection. */
    public MySqlSession(Connection connection, DatabaseEngine engine) {
        this.connection = connection;
        this.catalog = new Catalog(connection);
        this.engine = engine;
    }

    /**
     * Reads a database.
     *
     * @param name its name; null for the connection's
     * @return the schema; null when there is none of that name
     * @throws SQLException from the driver
     */
    public @Nullable Schema read(@Nullable String name) throws SQLException {
        String database = catalog.first(DATABASE, row -> row.getString(1), new Object[] {name});
        if (database == null) {
            return null;
        }
        if (engine != DatabaseEngine.MARIADB) {
            return read(new Dialect(engine, database));
        }
        PlainMode mode = PlainMode.begin(connection);
        try {
            return read(new Dialect(engine, database));
        } finally {
            mode.end();
        }
    }

    private Schema read(Dialect dialect) throws SQLException {
        String database = dialect.database();
        Rights.check(catalog, dialect);
        List<Row> rows = catalog.list(TABLES, MySqlSession::row, database);
        return new Schema(
                engine,
                tables(dialect, rows),
                Views.read(catalog, dialect),
                List.of(),
                Sequences.read(catalog, dialect, names(rows)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Routines.read(catalog, dialect));
    }

    private static List<String> names(List<Row> rows) {
        return rows.stream()
                .filter(each -> each.type().equals("SEQUENCE"))
                .map(Row::name)
                .toList();
    }

    private List<Table> tables(Dialect dialect, List<Row> rows) throws SQLException {
        Map<String, List<Column>> columns = Columns.read(catalog, dialect);
        Indexes indexes = Indexes.read(catalog, dialect);
        Map<String, List<ForeignKey>> foreignKeys = ForeignKeys.read(catalog, dialect);
        Map<String, List<Check>> checks = Checks.read(catalog, dialect);
        Map<String, List<Trigger>> triggers = Triggers.read(catalog, dialect);
        Map<String, Partitioning> partitions = Partitions.read(catalog, dialect);
        return rows.stream()
                .filter(each -> !each.type().equals("SEQUENCE"))
                .map(each -> new Table(
                        each.name(),
                        columns.getOrDefault(each.name(), List.of()),
                        indexes.primaryKey(each.name()),
                        List.of(),
                        indexes.indexes(each.name()),
                        foreignKeys.getOrDefault(each.name(), List.of()),
                        checks.getOrDefault(each.name(), List.of()),
                        List.of(),
                        triggers.getOrDefault(each.name(), List.of()),
                        List.of(),
                        List.of(),
                        partitions.get(each.name()),
                        null,
                        List.of(),
                        each.options()))
                .toList();
    }

    private static Row row(ResultSet row) throws SQLException {
        SortedMap<String, String> options =
                new TreeMap<>(Catalog.options(row, "engine", "ENGINE", "collation", "TABLE_COLLATION"));
        if (row.getString("TABLE_COMMENT") != null
                && !row.getString("TABLE_COMMENT").isEmpty()) {
            options.put("comment", row.getString("TABLE_COMMENT"));
        }
        String create = row.getString("CREATE_OPTIONS");
        if (create != null) {
            String without = create.replaceAll("(?i)\\bpartitioned\\b", "").strip();
            if (!without.isEmpty()) {
                options.put("create options", without);
            }
        }
        if (row.getString("TABLE_TYPE").toUpperCase(Locale.ROOT).contains("VERSIONED")) {
            options.put("system versioned", "true");
        }
        return new Row(row.getString("TABLE_NAME"), row.getString("TABLE_TYPE"), options);
    }
}
