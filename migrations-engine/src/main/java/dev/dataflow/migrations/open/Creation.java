package dev.dataflow.migrations.open;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.error.SchemaException;
import dev.dataflow.migrations.ddl.SchemaStatement;
import dev.dataflow.migrations.identifier.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Runs the statements that create tables. All of them or, as far as the database lets it, none. */
final class Creation {

    private final Connection connection;
    private final DatabaseEngine engine;
    private final boolean transactional;

    Creation(Connection connection, DatabaseEngine engine, boolean transactional) {
        this.connection = connection;
        this.engine = engine;
        this.transactional = transactional;
    }

    /**
     * Creates tables, and first the schemas they lie in.
     *
     * @param schemas the statements for the schemas
     * @param statements the statements for the tables
     */
    void run(List<String> schemas, List<SchemaStatement> statements) throws SQLException {
        List<String> before = new ArrayList<>();
        for (String sql : schemas) {
            run(sql, e -> CreationFailure.ofSchema(engine, sql, e, transactional ? List.of() : before));
            before.add(sql.substring(sql.lastIndexOf(' ') + 1));
        }
        List<TableName> created = new ArrayList<>();
        for (SchemaStatement each : statements) {
            run(each.sql(), e -> {
                // a transaction is rolled back by whoever began it
                List<String> left = new ArrayList<>();
                if (!transactional) {
                    new CreatedTables(connection, engine).drop(created, e).forEach(table -> left.add(table.toString()));
                    left.addAll(before); // others may use the schema by now
                }
                return CreationFailure.of(engine, each, e, left);
            });
            if (each.createsTable()) {
                created.add(each.table());
            }
        }
    }

    /** Words for a failure. */
    private interface Words {
        SchemaException of(SQLException failure) throws SQLException;
    }

    private void run(String sql, Words words) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw words.of(e);
        }
    }

    /** The tables that statements create, for people. */
    static String tables(List<SchemaStatement> statements) {
        return statements.stream()
                .filter(SchemaStatement::createsTable)
                .map(each -> each.table().toString())
                .collect(Collectors.joining(", ", "tables ", ""));
    }
}
