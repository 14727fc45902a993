package dev.dataflow.migrations.scratch;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.ddl.SchemaScript;
import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.reader.SchemaReader;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.table.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Creates tables in databases that are dropped again. */
final class MySqlScratch {

    private final Connection connection;
    private final DatabaseEngine engine;
    private final ScratchNames names;

    MySqlScratch(Connection connection, DatabaseEngine engine, ScratchNames names) {
        this.connection = connection;
        this.engine = engine;
        this.names = names;
    }

    SortedMap<String, Schema> read(List<Table> tables) throws SQLException {
        if (!connection.getAutoCommit()) {
            throw new SQLException("the connection is in a transaction, which CREATE DATABASE would commit");
        }
        List<String> created = new ArrayList<>();
        try {
            for (String name : names.all().values()) {
                execute("CREATE DATABASE " + Quoting.BACKTICKS.quote(name));
                created.add(name);
            }
            ScratchScript.run(connection, SchemaScript.create(engine, tables, null));
            SortedMap<String, Schema> schemas = new TreeMap<>();
            for (Map.Entry<String, String> each : names.all().entrySet()) {
                Schema read = new SchemaReader(engine).read(connection, each.getValue());
                schemas.put(each.getKey(), names.back(each.getKey(), read));
            }
            drop(created);
            return schemas;
        } catch (Throwable e) {
            try {
                drop(created);
            } catch (SQLException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
    }

    /** Keys between the databases would keep the first from being dropped. */
    private void drop(List<String> created) throws SQLException {
        if (created.isEmpty()) {
            return;
        }
        execute("SET @dataflow_foreign_key_checks = @@foreign_key_checks, foreign_key_checks = 0");
        for (String name : List.copyOf(created)) {
            execute("DROP DATABASE " + Quoting.BACKTICKS.quote(name));
            created.remove(name);
        }
        execute("SET foreign_key_checks = @dataflow_foreign_key_checks");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
