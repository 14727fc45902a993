package dev.dataflow.transaction;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.jdbc.PgConnection;
import org.postgresql.jdbc.PreferQueryMode;

/**
 * Whether PostgreSQL's driver sends statements that stand in one text in one message, which the server runs as one transaction. Its
 * own does, in the extended protocol, where it is told the type of each value: otherwise it has the server describe a statement,
 * and keeps those apart of which it then knows that their answer may be long.
 */
final class PostgresMessages {

    private PostgresMessages() {}

    /** Whether it does on a connection, for values that are bound with their types. */
    static boolean areWhole(Connection connection) {
        try {
            return Driver.areWhole(connection);
        } catch (SQLException | LinkageError e) {
            return false;
        }
    }

    /** Loaded when first used, so that the class above loads without the driver. */
    private static final class Driver {

        static boolean areWhole(Connection connection) throws SQLException {
            if (!connection.isWrapperFor(PgConnection.class)) {
                return false;
            }
            PgConnection own = connection.unwrap(PgConnection.class);
            // texts have no type where the URL says stringtype=unspecified, and prepareThreshold=-1 has all described
            return own.getPreferQueryMode() != PreferQueryMode.SIMPLE
                    && own.getStringVarcharFlag()
                    && !own.getForceBinary();
        }
    }
}
