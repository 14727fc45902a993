package dev.dataflow.benchmarks.source;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.dataflow.DataFlow;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.testing.TestDatabases;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A database with all tables, and the pool that a peer is given. */
public final class Database implements AutoCloseable {

    /** The system property with the URL of a database that is already there. */
    public static final String URL = "benchmarks.url";

    private static final int CONNECTIONS = 8;

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

    private Database(@Nullable TestDatabase own, String url, String parameters) {
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
            return new Database(null, url, purpose.parameters(engine));
        }
        TestDatabase own = TestDatabases.create(engine);
        return new Database(own, own.url(), purpose.parameters(engine));
    }

    /** The pool. */
    public DataSource pool() {
        return pool;
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
