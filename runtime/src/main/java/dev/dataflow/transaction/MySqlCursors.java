package dev.dataflow.transaction;

import com.mysql.cj.conf.PropertyKey;
import com.mysql.cj.jdbc.JdbcConnection;
import java.sql.Connection;
import java.sql.SQLException;

/** Asks MySQL's driver how it reads many rows. The one class that touches its settings. */
final class MySqlCursors {

    private MySqlCursors() {}

    /** Whether a fetch size makes the driver use a cursor; otherwise it would read all rows into memory. */
    static boolean areOn(Connection connection) {
        try {
            return Driver.areOn(connection);
        } catch (SQLException | LinkageError e) {
            return false;
        }
    }

    /** Whether it is MySQL's own driver, which can hand on rows as they come. */
    static boolean isDriver(Connection connection) {
        try {
            return Driver.isDriver(connection);
        } catch (SQLException | LinkageError e) {
            return false;
        }
    }

    /** Loaded when first used, so that the class above loads without the driver. */
    private static final class Driver {

        static boolean isDriver(Connection connection) throws SQLException {
            return connection.isWrapperFor(JdbcConnection.class);
        }

        static boolean areOn(Connection connection) throws SQLException {
            return connection
                    .unwrap(JdbcConnection.class)
                    .getPropertySet()
                    .getBooleanProperty(PropertyKey.useCursorFetch)
                    .getValue();
        }
    }
}
