package dev.dataflow.database;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Makes connections with one driver. The pool draws on it instead of on a URL of its own, so that a driver is used that
 * {@link java.sql.DriverManager} does not see, and no time limit of the whole JVM is touched.
 */
final class DriverConnections implements DataSource, AutoCloseable {

    private final Driver driver;
    private final DatabaseUrl url;
    private final Properties properties;
    private final EngineSetup setup;
    private volatile int loginTimeout;
    private final AtomicReference<@Nullable Connection> first = new AtomicReference<>();

    DriverConnections(Driver driver, DatabaseUrl url, Properties properties, EngineSetup setup) {
        this.driver = driver;
        this.url = url;
        this.properties = properties;
        this.setup = setup;
    }

    /** Makes the first connection ahead of the pool, whose own attempt would retry and log before it fails. */
    Connection connect() throws SQLException {
        Connection made = make();
        first.set(made);
        return made;
    }

    /** Closes the first connection if nobody has taken it. */
    @Override
    public void close() throws SQLException {
        Connection unused = first.getAndSet(null);
        if (unused != null) {
            unused.close();
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection made = first.getAndSet(null);
        return made != null ? made : make();
    }

    private Connection make() throws SQLException {
        Connection connection = driver.connect(url.jdbcUrl(), (Properties) properties.clone());
        if (connection == null) {
            throw new SQLException("the driver does not take its own URL", "08001");
        }
        try {
            setup.connected(connection, url);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("the user is fixed");
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        throw new SQLFeatureNotSupportedException("no log writer");
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        // drivers log by themselves
    }

    @Override
    public void setLoginTimeout(int seconds) {
        loginTimeout = seconds; // only told back: the properties hold the limits
    }

    @Override
    public int getLoginTimeout() {
        return loginTimeout;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("no logger");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }

    /** Without the properties, which hold the password. */
    @Override
    public String toString() {
        return url.toString();
    }
}
