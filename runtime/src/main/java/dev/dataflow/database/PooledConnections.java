package dev.dataflow.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import dev.dataflow.config.DataFlowConfig;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Our own pool. */
final class PooledConnections implements ConnectionSource {

    private final HikariDataSource pool;

    private PooledConnections(HikariDataSource pool) {
        this.pool = pool;
    }

    /** Makes the first connection and then the pool; nothing stays open when that fails. */
    static PooledConnections open(DatabaseUrl url, EngineSetup setup, DataFlowConfig config, OpenFailure failure)
            throws SQLException {
        try (DriverConnections driver = driver(url, setup, config, properties -> {})) {
            failure.refuseReadOnly(driver.connect());
            HikariConfig settings = new HikariConfig();
            settings.setPoolName("dataflow");
            settings.setDataSource(driver);
            settings.setConnectionTimeout(config.connectionTimeout().toMillis());
            settings.setValidationTimeout(
                    Math.min(5_000, config.connectionTimeout().toMillis()));
            setup.size(settings, url, config);
            return new PooledConnections(new HikariDataSource(settings));
        }
    }

    /**
     * The driver's connections.
     *
     * @param more tells the driver more
     */
    static DriverConnections driver(
            DatabaseUrl url, EngineSetup setup, DataFlowConfig config, Consumer<Properties> more) {
        Properties properties = setup.properties(url, config);
        String user = url.user() != null ? url.user() : config.user();
        var password = url.password() != null ? url.password() : config.password();
        putIfGiven(properties, "user", user);
        putIfGiven(properties, "password", password == null ? null : password.value());
        more.accept(properties);
        return new DriverConnections(JdbcDrivers.find(setup, url.engine()), url, properties, setup);
    }

    @Override
    public Connection take() throws SQLException {
        return pool.getConnection();
    }

    @Override
    public void giveBack(Connection connection) throws SQLException {
        connection.close();
    }

    @Override
    public void discard(Connection connection) {
        pool.evictConnection(connection);
    }

    @Override
    public int active() {
        HikariPoolMXBean numbers = pool.getHikariPoolMXBean();
        return numbers == null ? 0 : numbers.getActiveConnections();
    }

    @Override
    public String describe() {
        HikariPoolMXBean numbers = pool.getHikariPoolMXBean();
        return "all " + pool.getMaximumPoolSize() + " connections are allowed, " + numbers.getActiveConnections()
                + " are in use, " + numbers.getThreadsAwaitingConnection() + " other threads wait, after "
                + pool.getConnectionTimeout() + " ms";
    }

    @Override
    public boolean isExhausted(SQLException thrown) {
        return active() >= pool.getMaximumPoolSize();
    }

    @Override
    public void close() {
        pool.close();
    }

    private static void putIfGiven(Properties properties, String name, @Nullable String value) {
        if (value != null) {
            properties.setProperty(name, value);
        }
    }
}
