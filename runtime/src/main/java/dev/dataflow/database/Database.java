package dev.dataflow.database;

import dev.dataflow.config.DataFlowConfig;
import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.error.ConnectionException;
import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jooq.Configuration;
import org.jooq.ConnectionProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An open database: its connections, dialect and jOOQ configuration. Thread-safe. */
public final class Database implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private final ConnectionSource source;
    private final Dialect dialect;
    private final ServerFacts facts;
    private final AtomicBoolean closed = new AtomicBoolean();

    Database(ConnectionSource source, DatabaseEngine engine, ServerFacts facts) {
        this.source = source;
        this.dialect = Dialect.of(engine, facts.isolation());
        this.facts = facts;
    }

    /**
     * Opens the database of the settings' URL with a pool of its own. When that fails, nothing stays open.
     *
     * @param config the settings
     * @return the database
     * @throws DataFlowException DF-001, DF-010 to DF-014
     */
    public static Database open(DataFlowConfig config) {
        return DatabaseOpening.open(config);
    }

    /**
     * Makes one connection to the database of the settings' URL, without a pool, for tools that look at it. Nothing is
     * created or set up there, and a server or file that cannot be written to is taken, too. The caller closes it.
     *
     * @param config the settings
     * @return the connection, in auto-commit mode
     * @throws DataFlowException DF-001, DF-010 to DF-012, DF-014, DF-019
     */
    public static Connection connect(DataFlowConfig config) {
        return DatabaseOpening.connect(config);
    }

    /**
     * Uses a data source, after a look at what its connections do. It is never closed.
     *
     * @param given the data source
     * @param config the settings
     * @return the database
     * @throws DataFlowException DF-010 to DF-014
     */
    public static Database over(DataSource given, DataFlowConfig config) {
        return DatabaseOpening.over(given);
    }

    /**
     * Uses a connection provider, whose connections may be inside a transaction that somebody else ends. It is never
     * closed.
     *
     * @param given the provider
     * @param config the settings
     * @return the database
     * @throws DataFlowException DF-010 to DF-014
     */
    public static Database over(ConnectionProvider given, DataFlowConfig config) {
        return DatabaseOpening.over(given);
    }

    /** One on the same server, or of the same kind, with connections of its own. */
    Database beside(ConnectionSource other) {
        return new Database(other, engine(), facts);
    }

    /** Which database it is. */
    public DatabaseEngine engine() {
        return dialect.engine();
    }

    /** How to speak to it. */
    public Dialect dialect() {
        return dialect;
    }

    /** The version the server reports. */
    public String serverVersion() {
        return facts.version();
    }

    /** The most bytes a statement may be sent with; 0 for what the driver or nobody limits. */
    public long largestPacket() {
        // MySQL's driver counts by itself
        return engine() == DatabaseEngine.MARIADB ? facts.packet() : 0;
    }

    /** The most bytes the server takes at once, whoever counts them; 0 for any number. */
    public long packetLimit() {
        return facts.packet();
    }

    /** The most bytes of a text that the server sorts by; 0 for all. */
    public long sortedBytes() {
        return facts.sortedBytes();
    }

    /** A new configuration of jOOQ, without connections. */
    public Configuration configuration() {
        return JooqSettings.configuration(engine());
    }

    /**
     * Whether a connection with auto-commit off is inside a transaction that somebody else ends, so that it may be
     * neither committed nor rolled back.
     */
    public boolean joinsOuterTransactions() {
        return source.joinsOuterTransactions();
    }

    /**
     * Takes a connection, in auto-commit mode unless {@link #joinsOuterTransactions()}.
     *
     * @return the connection, to be given to {@link #release}
     * @throws DataFlowException DF-016 after close, DF-411 when all are in use, DF-412 when none can be made
     */
    public Connection acquire() {
        if (closed.get()) {
            throw closed();
        }
        try {
            return source.take();
        } catch (SQLException e) {
            throw source.isExhausted(e) ? exhausted(e) : lost(e);
        }
    }

    /** Gives a connection back that {@link #acquire} gave out. */
    public void release(Connection connection) {
        try {
            source.giveBack(connection);
        } catch (SQLException e) {
            LOG.warn("A connection could not be given back", ScrubbedSqlException.of(e, null));
        }
    }

    /** Gives a connection back whose transaction could not be ended, so that the next one does not find it there. */
    public void discard(Connection connection) {
        try {
            if (engine() == DatabaseEngine.SQLITE) {
                // nothing is left on it, and a database in memory is gone with its connection
                source.giveBack(connection);
            } else {
                source.discard(connection);
            }
        } catch (SQLException e) {
            LOG.warn("A connection could not be given back", ScrubbedSqlException.of(e, null));
        }
    }

    /** How many connections of our own pool are in use; -1 when connections are given. */
    public int activeConnections() {
        return source.active();
    }

    /** Closes our own pool; what was given stays open. Further calls do nothing. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            source.close();
        }
    }

    static DataFlowException closed() {
        return new DataFlowException(new Problem(
                ErrorCode.CLOSED,
                "this DataFlow instance is closed",
                "close() was called before",
                "keep the instance open while it is used, or open another"));
    }

    private DataFlowException exhausted(SQLException thrown) {
        return new ConnectionException(
                new Problem(
                        ErrorCode.POOL_EXHAUSTED,
                        "no connection became free in time",
                        source.describe(),
                        "finish transactions and streams sooner, or raise DATAFLOW_POOL_SIZE or"
                                + " DATAFLOW_CONNECTION_TIMEOUT"),
                ScrubbedSqlException.of(thrown, null));
    }

    private DataFlowException lost(SQLException thrown) {
        return new ConnectionException(
                new Problem(
                        ErrorCode.CONNECTION_LOST,
                        "no connection to " + engine().label() + " could be made",
                        "the database was there at open and is not now, SQLState " + thrown.getSQLState(),
                        "check that the server runs and can be reached, then try again"),
                ScrubbedSqlException.of(thrown, null));
    }
}
