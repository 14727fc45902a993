package dev.dataflow.database;

import com.mysql.cj.conf.PropertyKey;
import com.mysql.cj.jdbc.JdbcConnection;
import java.sql.Connection;
import java.sql.SQLException;

/** Asks MySQL's driver for its own limit of packets. The one class here that touches its settings. */
final class MySqlPackets {

    private MySqlPackets() {}

    /** The most bytes of one packet: the server's limit, or the driver's when that is smaller. */
    static long limit(Connection connection, long server) {
        try {
            return connection.isWrapperFor(JdbcConnection.class) ? Driver.limit(connection, server) : server;
        } catch (SQLException | LinkageError e) {
            return server;
        }
    }

    /** Loaded when first used, so that the class above loads without the driver. */
    private static final class Driver {

        static long limit(Connection connection, long server) throws SQLException {
            int own = connection
                    .unwrap(JdbcConnection.class)
                    .getPropertySet()
                    .getIntegerProperty(PropertyKey.maxAllowedPacket)
                    .getValue();
            return own > 0 && own < server ? own : server;
        }
    }
}
