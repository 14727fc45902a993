package dev.dataflow.database;

import dev.dataflow.config.DataFlowConfig;
import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.error.ConnectionException;
import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jooq.ConnectionProvider;
import org.jooq.exception.DataAccessException;

/** The three ways to a {@link Database}. */
final class DatabaseOpening {

    private DatabaseOpening() {}

    static Database open(DataFlowConfig config) {
        if (config.url() == null) {
            throw UrlProblem.unsupported("");
        }
        DatabaseUrl url = DatabaseUrl.parse(config.url());
        EngineSetup setup = EngineSetup.of(url.engine());
        setup.refuseUnsafe(url);
        OpenFailure failure = new OpenFailure(url.engine(), url.place());
        PooledConnections pool = null;
        try {
            pool = PooledConnections.open(url, setup, config, failure);
            Database database = new Database(pool, url.engine(), inspectOwn(pool, url.engine(), failure));
            pool = null;
            return database;
        } catch (SQLException e) {
            throw failure.of(e);
        } finally {
            if (pool != null) {
                pool.close();
            }
        }
    }

    static Connection connect(DataFlowConfig config) {
        if (config.url() == null) {
            throw UrlProblem.unsupported("");
        }
        DatabaseUrl url = DatabaseUrl.parse(config.url());
        EngineSetup setup = EngineSetup.of(url.engine());
        setup.refuseUnsafe(url);
        OpenFailure failure = new OpenFailure(url.engine(), url.place());
        try {
            Connection connection = PooledConnections.driver(url, setup, config, setup::onlyExisting)
                    .getConnection();
            try {
                if (url.engine().family() == EngineFamily.MYSQL) {
                    ServerMismatch.refuse(
                            url.engine(), connection, connection.getMetaData().getDatabaseProductVersion());
                }
                return connection;
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw failure.of(e);
        }
    }

    static Database over(DataSource given) {
        try (Connection connection = given.getConnection()) {
            DatabaseEngine engine = engine(connection);
            boolean manualCommit = !connection.getAutoCommit();
            if (manualCommit) {
                connection.setAutoCommit(true);
            }
            try {
                ServerFacts facts = inspectGiven(connection, engine, true);
                return new Database(
                        new GivenConnections(given, ConnectionCheck.of(engine, connection), manualCommit),
                        engine,
                        facts);
            } finally {
                if (manualCommit) {
                    connection.setAutoCommit(false);
                }
            }
        } catch (SQLException e) {
            throw noConnection(e);
        }
    }

    static Database over(ConnectionProvider given) {
        try {
            Connection connection = ProvidedConnections.acquire(given);
            try {
                DatabaseEngine engine = engine(connection);
                ServerFacts facts = inspectGiven(connection, engine, connection.getAutoCommit());
                return new Database(
                        new ProvidedConnections(given, ConnectionCheck.of(engine, connection)), engine, facts);
            } finally {
                given.release(connection);
            }
        } catch (SQLException e) {
            throw noConnection(e);
        } catch (DataAccessException e) {
            throw noConnection(new SQLException("the connection provider failed", "08003"));
        }
    }

    static ServerFacts inspectOwn(PooledConnections pool, DatabaseEngine engine, OpenFailure failure)
            throws SQLException {
        Inspection inspection = Inspection.of(engine, failure);
        try (Connection connection = pool.take()) {
            ServerFacts facts = inspection.inspect(connection);
            inspection.prepare(connection);
            return facts;
        }
    }

    private static ServerFacts inspectGiven(Connection connection, DatabaseEngine engine, boolean autoCommit)
            throws SQLException {
        OpenFailure failure = new OpenFailure(engine, "the given data source");
        failure.refuseReadOnly(connection);
        Inspection inspection = Inspection.of(engine, failure);
        ServerFacts facts = inspection.inspect(connection);
        if (autoCommit) {
            inspection.tryOut(connection);
        }
        return facts;
    }

    private static DatabaseEngine engine(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        for (DatabaseEngine engine : DatabaseEngine.values()) {
            if (engine.label().equalsIgnoreCase(product)) {
                return engine;
            }
        }
        throw new DataFlowException(new Problem(
                ErrorCode.URL_UNSUPPORTED,
                "the given data source is of a database that is not supported: " + product,
                "DataFlow runs on PostgreSQL, MySQL, MariaDB and SQLite",
                "give a data source of one of these"));
    }

    private static DataFlowException noConnection(SQLException thrown) {
        return new ConnectionException(
                new Problem(
                        ErrorCode.DATABASE_UNREACHABLE,
                        "the given data source gave no usable connection",
                        "its driver reported SQLState " + thrown.getSQLState() + ", code " + thrown.getErrorCode(),
                        "check its URL, user and password, and that the server runs"),
                ScrubbedSqlException.of(thrown, null));
    }
}
