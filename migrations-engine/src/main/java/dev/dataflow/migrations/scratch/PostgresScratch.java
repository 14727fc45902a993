package dev.dataflow.migrations.scratch;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.ddl.SchemaScript;
import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.reader.SchemaReader;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.table.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Creates tables in a transaction that is rolled back, or back to where it was. */
final class PostgresScratch {

    private final Connection connection;
    private final ScratchNames names;

    PostgresScratch(Connection connection, ScratchNames names) {
        this.connection = connection;
        this.names = names;
    }

    SortedMap<String, Schema> read(List<Table> tables) throws SQLException {
        if (!connection.getAutoCommit()) {
            Savepoint before = connection.setSavepoint();
            try {
                return readHere(tables);
            } finally {
                connection.rollback(before);
            }
        }
        connection.setAutoCommit(false);
        try {
            return readHere(tables);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private SortedMap<String, Schema> readHere(List<Table> tables) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String name : names.all().values()) {
                statement.execute("CREATE SCHEMA " + Quoting.DOUBLE_QUOTES.quote(name));
            }
        }
        ScratchScript.run(connection, SchemaScript.create(DatabaseEngine.POSTGRESQL, tables, null));
        SortedMap<String, Schema> schemas = new TreeMap<>();
        for (Map.Entry<String, String> each : names.all().entrySet()) {
            Schema read = new SchemaReader(DatabaseEngine.POSTGRESQL).read(connection, each.getValue());
            schemas.put(each.getKey(), names.back(each.getKey(), read));
        }
        return schemas;
    }
}
