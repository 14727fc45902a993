package dev.dataflow.database;

import com.mysql.cj.conf.PropertyKey;
import com.mysql.cj.jdbc.JdbcConnection;
import dev.dataflow.config.DatabaseEngine;
import java.sql.Connection;
import java.sql.SQLException;

/** Asks the drivers of MySQL and MariaDB for their own limit of packets. The one class here that touches their settings. */
final class MySqlPackets {

    private MySqlPackets() {}

    /** The most bytes of one packet: the server's limit, or the driver's when that is smaller. */
    static long limit(DatabaseEngine engine, Connection connection, long server) {
        try {
            long own =
                    engine == DatabaseEngine.MARIADB ? MariaDbDriver.limit(connection) : MySqlDriver.limit(connection);
            return own > 0 && own < server ? own : server;
        } catch (SQLException | LinkageError e) {
            return server;
        }
    }

    /** Loaded when first used, so that the class above loads without the driver. */
    private static final class MySqlDriver {

        static long limit(Connection connection) throws SQLException {
            return connection.isWrapperFor(JdbcConnection.class)
                    ? connection
                            .unwrap(JdbcConnection.class)
                            .getPropertySet()
                            .getIntegerProperty(PropertyKey.maxAllowedPacket)
                            .getValue()
                    : 0;
        }
    }

    /** Loaded when first used, too. */
    private static final class MariaDbDriver {

        static long limit(Connection connection) throws SQLException {
            if (!connection.isWrapperFor(org.mariadb.jdbc.Connection.class)) {
                return 0;
            }
            Integer own = connection
                    .unwrap(org.mariadb.jdbc.Connection.class)
                    .getContext()
                    .getConf()
                    .maxAllowedPacket();
            return own == null ? 0 : own;
        }
    }
}
