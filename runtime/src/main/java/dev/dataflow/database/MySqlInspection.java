package dev.dataflow.database;

import dev.dataflow.config.DatabaseEngine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at a MySQL server, and tries out what given connections do to values and row counts. */
final class MySqlInspection implements Inspection {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private static final String FACTS = "SELECT @@session.sql_mode, @@session.transaction_isolation,"
            + " @@session.transaction_read_only, @@global.read_only, @@global.super_read_only";

    /** A time that no daylight saving has, with all its fraction, and text beyond three bytes. */
    private static final LocalDateTime TIME = LocalDateTime.of(2024, 3, 10, 2, 30, 1, 123_456_000);

    private static final String TEXT = "\u00e9\u65e5\ud83d\ude00\\'";

    private final OpenFailure failure;

    MySqlInspection(OpenFailure failure) {
        this.failure = failure;
    }

    @Override
    public ServerFacts inspect(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            String version = text(statement, "SELECT version()");
            if (version.toLowerCase(Locale.ROOT).contains("mariadb")) {
                throw UrlProblem.mariaDb("the server, version " + version + ",");
            }
            Inspection.requireVersion(DatabaseEngine.MYSQL, version, 8, 0, 19);
            try (ResultSet row = statement.executeQuery(FACTS)) {
                row.next();
                requireStrict(row.getString(1));
                boolean serverReadOnly = row.getBoolean(4);
                ServerFacts facts = new ServerFacts(version, Inspection.isolation(row.getString(2)));
                if (row.getBoolean(3)) {
                    throw failure.readOnly("`transaction_read_only` is on", null);
                }
                if (row.getBoolean(5) || serverReadOnly && !mayWriteAnyway(connection)) {
                    throw failure.readOnly("`read_only` is on: it is a replica, or was set so", null);
                }
                return facts;
            }
        }
    }

    @Override
    public void tryOut(Connection connection) throws SQLException {
        tryValues(connection);
        tryRowCount(connection);
    }

    private static void requireStrict(String mode) {
        if (!mode.contains("STRICT_TRANS_TABLES") && !mode.contains("STRICT_ALL_TABLES")) {
            throw UnsafeSetting.of(
                    "sql_mode = '" + mode + "'",
                    "MySQL would cut, round or replace values that do not fit, silently",
                    "add STRICT_TRANS_TABLES to sql_mode");
        }
    }

    private static boolean mayWriteAnyway(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet grants = statement.executeQuery("SHOW GRANTS")) {
            while (grants.next()) {
                String grant = grants.getString(1);
                if (grant.contains(" ON *.* ")
                        && (grant.contains("SUPER")
                                || grant.contains("CONNECTION_ADMIN")
                                || grant.contains("ALL PRIVILEGES"))) {
                    return true;
                }
            }
            return false;
        }
    }

    private static void tryValues(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT CAST(CAST(? AS DATETIME(6)) AS CHAR), HEX(?)")) {
            statement.setObject(1, TIME);
            statement.setString(2, TEXT);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                if (!"2024-03-10 02:30:01.123456".equals(row.getString(1))) {
                    throw UnsafeSetting.of(
                            "sendFractionalSeconds = false, or a time zone conversion",
                            "the data source changes times on their way to the server",
                            "take time settings out of the data source's URL");
                }
                if (!"C3A9E697A5F09F98805C27".equals(row.getString(2))) {
                    throw UnsafeSetting.of(
                            "characterEncoding",
                            "the data source changes characters on their way to the server",
                            "set characterEncoding=UTF-8 in the data source's URL");
                }
            }
        }
    }

    /** No variable tells what an update counts, so a table of this connection's own is asked. */
    private static void tryRowCount(Connection connection) throws SQLException {
        int counted;
        try (Statement statement = connection.createStatement()) {
            try {
                statement.executeUpdate("CREATE TEMPORARY TABLE dataflow_probe (a INT PRIMARY KEY)");
            } catch (SQLException e) {
                LOG.warn(
                        "Could not check whether the data source counts matched rows (useAffectedRows=false): the user"
                                + " may not create temporary tables (code {})",
                        e.getErrorCode());
                return;
            }
            statement.executeUpdate("INSERT INTO dataflow_probe VALUES (1)");
            counted = statement.executeUpdate("UPDATE dataflow_probe SET a = 1 WHERE a = 1");
            statement.executeUpdate("DROP TEMPORARY TABLE dataflow_probe");
        }
        if (counted != 1) {
            throw UnsafeSetting.of(
                    "useAffectedRows = true",
                    "an update that changes nothing would count as no such row",
                    "set useAffectedRows=false in the data source's URL");
        }
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
