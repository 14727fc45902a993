package dev.dataflow.benchmarks.source;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.dataflow.DataFlow;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.testing.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A database with all tables, and the pool that a peer is given. */
public final class Database implements AutoCloseable {

    /** The system property with the URL of a database that is already there. */
    public static final String URL = "benchmarks.url";

    private static final int CONNECTIONS = 8;

    private final Engine engine;
    private final @Nullable TestDatabase own;
    private final HikariDataSource pool;
    private final DataFlow dataFlow;

    /** What drivers are told for some work, by parameters of the URL. */
    public enum Purpose {
        /** Calls of one statement. */
        CALLS,
        /** Results that are read as they come: MySQL's driver then reads through cursors of the server. */
        STREAMS,
        /** Batches, which drivers rewrite to statements of many rows. */
        BATCHES;

        private String parameters(Engine engine) {
            if (engine == Engine.SQLITE) {
                return "journal_mode=WAL&synchronous=NORMAL";
            }
            return switch (this) {
                case CALLS -> "";
                case STREAMS -> engine == Engine.MYSQL ? "useCursorFetch=true" : "";
                case BATCHES ->
                    engine == Engine.POSTGRESQL ? "reWriteBatchedInserts=true" : "rewriteBatchedStatements=true";
            };
        }
    }

    private Database(Engine engine, @Nullable TestDatabase own, String url, String parameters) {
        this.engine = engine;
        this.own = own;
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(parameters.isEmpty() ? url : url + (url.contains("?") ? "&" : "?") + parameters);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        pool = new HikariDataSource(config);
        dataFlow = DataFlow.builder().dataSource(pool).build();
    }

    /** Opens the database that the system property names, else a fresh one. */
    public static Database open(Engine engine, Purpose purpose) {
        return open(engine, System.getProperty(URL), purpose);
    }

    /** Opens a database that is there, or a fresh one. */
    public static Database open(Engine engine, @Nullable String url, Purpose purpose) {
        if (url != null) {
            return new Database(engine, null, url, purpose.parameters(engine));
        }
        TestDatabase own = TestDatabases.create(engine);
        return new Database(engine, own, own.url(), purpose.parameters(engine));
    }

    /** The pool. */
    public DataSource pool() {
        return pool;
    }

    /**
     * Has the server look at tables that were filled, and not again on its own: what it knows decides its plans, which would
     * change in the middle of a comparison, and for some peers only.
     */
    public void settle(String... tables) {
        for (String table : tables) {
            switch (engine) {
                case POSTGRESQL ->
                    execute("alter table " + table + " set (autovacuum_enabled = false)", "vacuum analyze " + table);
                // all of an index that is not large: a sample of 20 pages, as by itself, is another one for each peer
                case MYSQL, MARIADB ->
                    execute(
                            "alter table " + table
                                    + " stats_persistent = 1, stats_auto_recalc = 0, stats_sample_pages = 2000",
                            "analyze table " + table);
                case SQLITE -> {} // its users seldom do
            }
        }
    }

    /** Leaves no rows, and on servers none that wait to be cleaned up: how many would depend on how fast a peer is. */
    public void clear(String table) {
        execute(engine == Engine.SQLITE ? "delete from " + table : "truncate table " + table);
    }

    private void execute(String... statements) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For filling the tables. */
    public DataFlow dataFlow() {
        return dataFlow;
    }

    @Override
    public void close() {
        dataFlow.close();
        pool.close();
        if (own != null) {
            own.close();
        }
    }
}
