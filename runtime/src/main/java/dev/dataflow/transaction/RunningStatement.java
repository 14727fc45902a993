package dev.dataflow.transaction;

import dev.dataflow.config.DatabaseEngine;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/** How what runs on a connection is cancelled. */
final class RunningStatement {

    private RunningStatement() {}

    /**
     * A statement's cancellation. PostgreSQL's driver takes it back as soon as the first rows are there, so with it the
     * connection is cancelled, which ends a copy too.
     */
    static TimeLimit.Cancellation of(DatabaseEngine engine, Statement statement) {
        return () -> {
            if (engine != DatabaseEngine.POSTGRESQL || !cancelled(statement.getConnection())) {
                statement.cancel();
            }
        };
    }

    /** A copy's cancellation. */
    static TimeLimit.Cancellation of(Connection connection) {
        return () -> cancelled(connection);
    }

    private static boolean cancelled(Connection connection) throws SQLException {
        try {
            return Driver.cancelled(connection);
        } catch (LinkageError e) {
            return false;
        }
    }

    /** Loaded when first used, so that the class above loads without the driver. */
    private static final class Driver {

        static boolean cancelled(Connection connection) throws SQLException {
            if (!connection.isWrapperFor(PGConnection.class)) {
                return false;
            }
            connection.unwrap(PGConnection.class).cancelQuery();
            return true;
        }
    }
}
