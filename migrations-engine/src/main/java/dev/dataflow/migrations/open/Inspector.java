package dev.dataflow.migrations.open;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.catalog.CatalogReader;
import dev.dataflow.migrations.catalog.LiveSchema;
import dev.dataflow.migrations.desired.TargetSchema;
import dev.dataflow.migrations.difference.SchemaComparison;
import dev.dataflow.migrations.table.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Reads a database and compares it with the models. */
final class Inspector {

    private final Connection connection;
    private final DatabaseEngine engine;
    private final TargetSchema target;

    Inspector(Connection connection, DatabaseEngine engine, TargetSchema target) {
        this.connection = connection;
        this.engine = engine;
        this.target = target;
    }

    /** Reads in a transaction of its own, so that all queries see one moment where the database can show that. */
    Inspection snapshot() throws SQLException {
        if (engine.family() == EngineFamily.MYSQL) {
            return read(); // its catalog knows no snapshots
        }
        execute(engine == DatabaseEngine.POSTGRESQL ? "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" : "BEGIN");
        try {
            Inspection seen = read();
            execute("COMMIT");
            return seen;
        } catch (Throwable e) {
            try {
                execute("ROLLBACK");
            } catch (SQLException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
    }

    /** Reads in the transaction that is open, if any. */
    Inspection read() throws SQLException {
        LiveSchema live = new CatalogReader(engine)
                .read(
                        connection,
                        target.tables().stream().map(Table::name).toList(),
                        target.unregistered().keySet());
        return new Inspection(live, SchemaComparison.compare(engine, target, live));
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
