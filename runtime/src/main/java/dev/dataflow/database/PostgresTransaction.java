package dev.dataflow.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/** What PostgreSQL's driver knows of a connection's transaction. Loaded only where that driver is used. */
final class PostgresTransaction {

    private PostgresTransaction() {}

    /** Whether a statement failed in it, so that a commit would silently undo all of it. */
    static boolean hasFailed(Connection connection) throws SQLException {
        return connection.isWrapperFor(BaseConnection.class)
                && connection.unwrap(BaseConnection.class).getTransactionState() == TransactionState.FAILED;
    }
}
