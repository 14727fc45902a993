package dev.dataflow.database;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/**
 * MySQL and MariaDB speak one protocol, so a URL or driver of one connects to a server of the other. Their SQL and their
 * drivers' results differ, which would show later and worse: DF-019.
 */
final class ServerMismatch {

    private ServerMismatch() {}

    /**
     * Refuses a server of the other kind, and the driver of the other kind.
     *
     * @param expected what the URL or the driver says the server is
     * @param connection a connection to it
     * @param version what the server says of itself
     */
    static void refuse(DatabaseEngine expected, Connection connection, String version) throws SQLException {
        DatabaseEngine found =
                version.toLowerCase(Locale.ROOT).contains("mariadb") ? DatabaseEngine.MARIADB : DatabaseEngine.MYSQL;
        if (found != expected) {
            throw mismatch(
                    "the server is " + found.label() + ", and is spoken to as " + expected.label(),
                    "its version is " + version + "; URL and driver are those of " + expected.label(),
                    found);
        }
        DatabaseEngine driver = ofDriver(connection.getMetaData().getDriverName(), expected);
        if (driver != expected) {
            throw mismatch(
                    "the server is " + found.label() + ", and the driver is that of " + driver.label(),
                    "it does not tell the keys of several new rows as " + found.label() + "'s own driver does",
                    found);
        }
    }

    /** Drivers that wrap another have names of their own, and are taken to be right. */
    private static DatabaseEngine ofDriver(String name, DatabaseEngine otherwise) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.contains("mariadb")) {
            return DatabaseEngine.MARIADB;
        }
        return lower.contains("mysql connector") ? DatabaseEngine.MYSQL : otherwise;
    }

    private static DataFlowException mismatch(String what, String why, DatabaseEngine found) {
        String name = found.label().toLowerCase(Locale.ROOT);
        return new DataFlowException(new Problem(
                ErrorCode.DATABASE_MISMATCH,
                what,
                why,
                "write jdbc:" + name + ":// in the URL, and have "
                        + EngineSetup.of(found).coordinates() + " on the class path"));
    }
}
