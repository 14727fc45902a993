package dev.dataflow.migrations.reader.sqlite;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.reader.row.Catalog;
import dev.dataflow.migrations.reader.row.UnreadableObject;
import dev.dataflow.migrations.schema.Index;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.schema.Trigger;
import dev.dataflow.migrations.schema.View;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads all statements of an SQLite file in one query, and takes them apart. */
public final class SqliteSession {

    private static final String SQL =
            "SELECT type, name, tbl_name, sql FROM %s.sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%%'"
                    + " ESCAPE '\\' ORDER BY type, name";

    private record Statement(String type, String name, String table, String sql) {}

    /** Statements by the tables and views that they belong to. */
    private record Owned(Map<String, List<Statement>> byTable) {
        Owned(List<Statement> statements) {
            this(statements.stream().collect(Collectors.groupingBy(each -> folded(each.table()))));
        }

        List<Statement> by(Statement owner) {
            return byTable.getOrDefault(folded(owner.name()), List.of());
        }

        private static String folded(String name) {
            return name.toLowerCase(Locale.ROOT);
        }
    }

    private final Catalog catalog;

    /** A session on a connection. */
    public SqliteSession(Connection connection) {
        this.catalog = new Catalog(connection);
    }

    /**
     * Reads a file.
     *
     * @param name the name it is attached under; null for the one that was opened
     * @return the schema; null when none is attached under the name
     * @throws SQLException from the driver
     */
    public @Nullable Schema read(@Nullable String name) throws SQLException {
        if (name != null
                && catalog.first("SELECT 1 FROM pragma_database_list WHERE name = ?", row -> 1, name) == null) {
            return null;
        }
        String schema = Quoting.DOUBLE_QUOTES.quote(name == null ? "main" : name);
        List<Statement> all = catalog.list(
                SQL.formatted(schema),
                row -> new Statement(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
        Owned indexesOf = new Owned(of(all, "index"));
        Owned triggersOf = new Owned(of(all, "trigger"));
        ShadowTables shadows = shadows(all);
        List<Table> read = new ArrayList<>();
        for (Statement each : of(all, "table")) {
            if (!shadows.has(each.name())) {
                List<Index> indexes = read(indexesOf.by(each), index -> IndexStatement.read(index.name(), index.sql()));
                read.add(understood(each, table -> TableStatement.read(table.name(), table.sql()))
                        .edit()
                        .indexes(indexes)
                        .triggers(triggers(triggersOf.by(each)))
                        .build());
            }
        }
        Names names = new Names(read);
        return new Schema(
                DatabaseEngine.SQLITE,
                read.stream().map(names::complete).toList(),
                read(of(all, "view"), each -> view(each, triggers(triggersOf.by(each)))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static View view(Statement statement, List<Trigger> triggers) {
        return new View(
                statement.name(), ViewStatement.definition(statement.sql()), triggers, List.of(), new TreeMap<>());
    }

    private static List<Trigger> triggers(List<Statement> statements) {
        return read(statements, each -> new Trigger(each.name(), each.sql().strip(), new TreeMap<>()));
    }

    private static ShadowTables shadows(List<Statement> all) {
        return new ShadowTables(read(
                all.stream()
                        .filter(each -> each.sql().startsWith("CREATE VIRTUAL TABLE"))
                        .toList(),
                each -> TableStatement.read(each.name(), each.sql())));
    }

    private static List<Statement> of(List<Statement> all, String type) {
        return all.stream().filter(each -> each.type().equals(type)).toList();
    }

    private static <T> List<T> read(List<Statement> statements, Function<Statement, T> reader) {
        return statements.stream().map(each -> understood(each, reader)).toList();
    }

    private static <T> T understood(Statement statement, Function<Statement, T> reader) {
        try {
            return reader.apply(statement);
        } catch (UnreadableObject e) {
            throw UnreadableObject.broken("the statement of " + statement.type() + " `" + statement.name()
                    + "` is not understood: " + e.getMessage());
        }
    }
}
