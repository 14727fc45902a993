package dev.dataflow.migrations.open;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.ddl.SchemaStatement;
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

    void run(List<SchemaStatement> statements) throws SQLException {
        List<String> created = new ArrayList<>();
        for (SchemaStatement each : statements) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(each.sql());
            } catch (SQLException e) {
                // a transaction is rolled back by whoever began it
                List<String> left = transactional ? List.of() : new CreatedTables(connection, engine).drop(created, e);
                throw CreationFailure.of(engine, each, e, left);
            }
            if (each.createsTable()) {
                created.add(each.table());
            }
        }
    }

    /** The tables that statements create, for people. */
    static String tables(List<SchemaStatement> statements) {
        return statements.stream()
                .filter(SchemaStatement::createsTable)
                .map(SchemaStatement::table)
                .collect(Collectors.joining(", ", "tables ", ""));
    }
}
