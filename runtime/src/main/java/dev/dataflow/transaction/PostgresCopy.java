package dev.dataflow.transaction;

import dev.dataflow.statement.Statement;
import dev.dataflow.type.BinaryRows;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Sends rows to PostgreSQL in binary form. The one class that touches the driver's copying. */
final class PostgresCopy {

    private static final int SEND = 1 << 14;

    private PostgresCopy() {}

    /** Whether a connection is of PostgreSQL's own driver, and that driver in sight. */
    static boolean isAvailable(Connection connection) {
        try {
            return Driver.isBehind(connection);
        } catch (SQLException | LinkageError e) {
            return false;
        }
    }

    /** Copies rows; gives how many the server took. Of a copy that fails nothing is kept. */
    static long copy(Connection connection, Statement statement, RowSource source, BinaryRows rows)
            throws SQLException {
        return Driver.copy(connection, statement, source, rows);
    }

    /** Loaded when first used, so that the class above loads without the driver. */
    private static final class Driver {

        static boolean isBehind(Connection connection) throws SQLException {
            return connection.isWrapperFor(PGConnection.class);
        }

        static long copy(Connection connection, Statement statement, RowSource source, BinaryRows rows)
                throws SQLException {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement.sql());
            try {
                rows.clear();
                rows.begin();
                for (int i = 0; i < source.count(); i++) {
                    rows.row();
                    statement.bindRow(i, source.arguments(), source.stamp(), rows);
                    if (rows.size() > SEND) {
                        send(rows, copy);
                    }
                }
                rows.end();
                send(rows, copy);
                return copy.endCopy();
            } catch (SQLException | RuntimeException | Error e) {
                cancel(copy, e);
                throw e;
            }
        }

        private static void send(BinaryRows rows, CopyIn copy) throws SQLException {
            copy.writeToCopy(rows.bytes(), 0, rows.size());
            rows.clear();
        }

        private static void cancel(CopyIn copy, Throwable because) {
            try {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            } catch (SQLException e) {
                because.addSuppressed(e);
            }
        }
    }
}
