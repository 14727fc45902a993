package dev.dataflow.database;

import com.zaxxer.hikari.HikariConfig;
import dev.dataflow.config.DataFlowConfig;
import java.util.Properties;

/** PostgreSQL's driver settings. Its own defaults for prepared statements are kept. */
final class PostgresSetup implements EngineSetup {

    @Override
    public String driver() {
        return "org.postgresql.Driver";
    }

    @Override
    public String coordinates() {
        return "org.postgresql:postgresql";
    }

    @Override
    public void refuseUnsafe(DatabaseUrl url) {
        // nothing the driver can be told loses data; the server's settings are read at open
    }

    @Override
    public Properties properties(DatabaseUrl url, DataFlowConfig config) {
        Properties properties = new Properties();
        UrlParameters given = url.parameters();
        String seconds = Long.toString(Math.max(1, config.connectionTimeout().toSeconds()));
        EngineSetup.unlessGiven(properties, given, "ApplicationName", "dataflow");
        EngineSetup.unlessGiven(properties, given, "reWriteBatchedInserts", "true");
        EngineSetup.unlessGiven(properties, given, "tcpKeepAlive", "true");
        // keeps row values out of the driver's messages, which the pool logs when a connection breaks
        EngineSetup.unlessGiven(properties, given, "logServerErrorDetail", "false");
        EngineSetup.unlessGiven(properties, given, "connectTimeout", seconds);
        EngineSetup.unlessGiven(properties, given, "loginTimeout", seconds);
        return properties;
    }

    @Override
    public void size(HikariConfig pool, DatabaseUrl url, DataFlowConfig config) {
        EngineSetup.serverPool(pool, config);
    }
}
