package dev.dataflow.database;

import dev.dataflow.config.DatabaseEngine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at a MySQL or MariaDB server, and tries out what given connections do to values and row counts. */
final class MySqlInspection implements Inspection {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    /** MariaDB has called two of them otherwise until version 11, and lacks the last. */
    private static final String FACTS = "SHOW VARIABLES WHERE Variable_name IN ('sql_mode', 'tx_isolation',"
            + " 'transaction_isolation', 'tx_read_only', 'transaction_read_only', 'read_only', 'super_read_only',"
            + " 'max_allowed_packet', 'max_sort_length')";

    /** A time that no daylight saving has, with all its fraction, and text beyond three bytes. */
    private static final LocalDateTime TIME = LocalDateTime.of(2024, 3, 10, 2, 30, 1, 123_456_000);

    private static final String TEXT = "\u00e9\u65e5\ud83d\ude00\\'";

    /** Rights that let a user write to a server that is read-only. */
    private static final List<String> RIGHTS_TO_WRITE =
            List.of("SUPER", "CONNECTION_ADMIN", "READ_ONLY ADMIN", "READ ONLY ADMIN", "ALL PRIVILEGES");

    private final DatabaseEngine engine;
    private final OpenFailure failure;

    MySqlInspection(DatabaseEngine engine, OpenFailure failure) {
        this.engine = engine;
        this.failure = failure;
    }

    @Override
    public ServerFacts inspect(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            String version = text(statement, "SELECT version()");
            ServerMismatch.refuse(engine, connection, version);
            if (engine == DatabaseEngine.MARIADB) {
                Inspection.requireVersion(engine, version, 10, 6, 0);
            } else {
                Inspection.requireVersion(engine, version, 8, 0, 19);
            }
            Map<String, String> facts = facts(statement);
            requireStrict(facts.getOrDefault("sql_mode", ""));
            if (isOn(facts, "transaction_read_only") || isOn(facts, "tx_read_only")) {
                throw failure.readOnly("`transaction_read_only` is on", null);
            }
            if (isOn(facts, "super_read_only") || isOn(facts, "read_only") && !mayWriteAnyway(connection)) {
                throw failure.readOnly("`read_only` is on: it is a replica, or was set so", null);
            }
            String isolation = facts.getOrDefault("transaction_isolation", facts.getOrDefault("tx_isolation", ""));
            long packet = Long.parseLong(facts.getOrDefault("max_allowed_packet", "0"));
            return new ServerFacts(
                    version,
                    Inspection.isolation(isolation),
                    MySqlPackets.limit(engine, connection, packet),
                    Long.parseLong(facts.getOrDefault("max_sort_length", "0")));
        }
    }

    @Override
    public void tryOut(Connection connection) throws SQLException {
        tryValues(connection);
        tryRowCount(connection);
    }

    private static Map<String, String> facts(Statement statement) throws SQLException {
        Map<String, String> facts = new HashMap<>();
        try (ResultSet rows = statement.executeQuery(FACTS)) {
            while (rows.next()) {
                facts.put(rows.getString(1).toLowerCase(Locale.ROOT), rows.getString(2));
            }
        }
        return facts;
    }

    private static boolean isOn(Map<String, String> facts, String name) {
        String value = facts.getOrDefault(name, "OFF");
        return !value.equalsIgnoreCase("OFF") && !value.equals("0");
    }

    private void requireStrict(String mode) {
        if (mode.contains("EMPTY_STRING_IS_NULL")) {
            throw UnsafeSetting.of(
                    "sql_mode = '" + mode + "'",
                    engine.label() + " would store NULL for an empty text",
                    "take EMPTY_STRING_IS_NULL out of sql_mode");
        }
        if (!mode.contains("STRICT_TRANS_TABLES") && !mode.contains("STRICT_ALL_TABLES")) {
            throw UnsafeSetting.of(
                    "sql_mode = '" + mode + "'",
                    engine.label() + " would cut, round or replace values that do not fit, silently",
                    "add STRICT_TRANS_TABLES to sql_mode");
        }
    }

    private static boolean mayWriteAnyway(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet grants = statement.executeQuery("SHOW GRANTS")) {
            while (grants.next()) {
                String grant = grants.getString(1);
                if (grant.contains(" ON *.* ") && RIGHTS_TO_WRITE.stream().anyMatch(grant::contains)) {
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
