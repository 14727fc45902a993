package dev.dataflow.database;

import com.zaxxer.hikari.HikariConfig;
import dev.dataflow.config.DataFlowConfig;
import dev.dataflow.config.DatabaseEngine;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.Properties;

/** How our own pool of one database is set up. What the user's URL says wins, except what would lose data. */
interface EngineSetup {

    static EngineSetup of(DatabaseEngine engine) {
        return switch (engine) {
            case POSTGRESQL -> new PostgresSetup();
            case MYSQL -> new MySqlSetup();
            case MARIADB -> new MariaDbSetup();
            case SQLITE -> new SqliteSetup();
        };
    }

    /** The name of the driver's class. */
    String driver();

    /** The Maven coordinates of the driver. */
    String coordinates();

    /** Refuses URL parameters that would lose data: DF-014. */
    void refuseUnsafe(DatabaseUrl url);

    /** What the driver is told besides the URL. */
    Properties properties(DatabaseUrl url, DataFlowConfig config);

    /** How large the pool is and how long its connections live. */
    void size(HikariConfig pool, DatabaseUrl url, DataFlowConfig config);

    /** Has the driver refuse a database that is not there, where it would create one. */
    default void onlyExisting(Properties properties) {}

    /** Finishes a connection that the driver has made. */
    default void connected(Connection connection, DatabaseUrl url) throws SQLException {}

    /** Adds the name and value unless the URL has the name. */
    static void unlessGiven(Properties properties, UrlParameters given, String name, String value) {
        if (!given.has(name)) {
            properties.setProperty(name, value);
        }
    }

    /** A pool of servers' connections. */
    static void serverPool(HikariConfig pool, DataFlowConfig config) {
        pool.setMaximumPoolSize(config.poolSize() == 0 ? 10 : config.poolSize());
        pool.setMinimumIdle(1);
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        pool.setExceptionOverride(new KeepAfter(SQLTimeoutException.class));
    }
}
