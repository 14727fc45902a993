package dev.dataflow.database;

import com.zaxxer.hikari.HikariConfig;
import dev.dataflow.config.DataFlowConfig;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

/** MariaDB's driver settings: strict, in UTC, and counting matched rows as changed. The driver speaks only UTF-8. */
final class MariaDbSetup implements EngineSetup {

    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("useServerPrepStmts", "true"),
            Map.entry("prepStmtCacheSize", "256"),
            Map.entry("useAffectedRows", "false"),
            // a name such as UTC is known only to servers with zones loaded
            Map.entry("connectionTimeZone", "+00:00"),
            Map.entry("forceConnectionTimeZoneToSession", "true"),
            Map.entry("tcpKeepAlive", "true"),
            Map.entry("allowLocalInfile", "false"));

    @Override
    public String driver() {
        return "org.mariadb.jdbc.Driver";
    }

    @Override
    public String coordinates() {
        return "org.mariadb.jdbc:mariadb-java-client";
    }

    @Override
    public void refuseUnsafe(DatabaseUrl url) {
        String value = url.parameters().get("useAffectedRows");
        if (value != null && (value.equalsIgnoreCase("true") || value.equals("1"))) {
            throw UnsafeSetting.of(
                    "useAffectedRows=" + value,
                    "an update that changes nothing would count as no such row",
                    "take `useAffectedRows` out of the URL");
        }
    }

    @Override
    public Properties properties(DatabaseUrl url, DataFlowConfig config) {
        Properties properties = new Properties();
        UrlParameters given = url.parameters();
        String millis = Long.toString(config.connectionTimeout().toMillis());
        DEFAULTS.forEach((name, value) -> EngineSetup.unlessGiven(properties, given, name, value));
        EngineSetup.unlessGiven(properties, given, "connectTimeout", millis);
        // bounds the handshake too; connected() lifts it for statements
        EngineSetup.unlessGiven(properties, given, "socketTimeout", millis);
        EngineSetup.unlessGiven(properties, given, "sessionVariables", MySqlSetup.SQL_MODE);
        return properties;
    }

    @Override
    public void size(HikariConfig pool, DatabaseUrl url, DataFlowConfig config) {
        EngineSetup.serverPool(pool, config);
    }

    @Override
    public void connected(Connection connection, DatabaseUrl url) throws SQLException {
        if (!url.parameters().has("socketTimeout")) {
            connection.setNetworkTimeout(Runnable::run, 0);
        }
    }
}
