package dev.dataflow.benchmarks.trait;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.dataflow.DataFlow;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.testing.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A database with one table, and a pool of one connection that nodes and JDBC share; SQLite is in memory.
 *
 * @param own the server's database; null in memory
 */
record TraitDatabase(@Nullable TestDatabase own, HikariDataSource pool, DataFlow dataFlow) implements AutoCloseable {

    private static final String USER = "benchmark_user";

    static TraitDatabase open(Engine engine, Trait trait) {
        TestDatabase own = engine == Engine.SQLITE ? null : TestDatabases.create(engine);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(own == null ? "jdbc:sqlite::memory:" : url(own));
        config.setMaximumPoolSize(1);
        config.setMaxLifetime(0);
        HikariDataSource pool = new HikariDataSource(config);
        return new TraitDatabase(
                own,
                pool,
                DataFlow.builder()
                        .dataSource(pool)
                        .models(trait.model())
                        .requireRowSecurity(trait.hasRowSecurity())
                        .build());
    }

    /** On PostgreSQL that of a user whom policies bind, as the server's own is not. */
    private static String url(TestDatabase database) {
        if (database.engine() != Engine.POSTGRESQL) {
            return database.url();
        }
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("do $$ begin create role " + USER + " login password '" + USER
                    + "'; exception when duplicate_object then null; end $$");
            statement.execute("alter database " + database.name() + " owner to " + USER);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return database.url().replaceAll("[?].*", "") + "?user=" + USER + "&password=" + USER;
    }

    /** Has servers look at the table, which they otherwise do in the middle of a run. */
    void settle(String table) {
        if (own == null) {
            return;
        }
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(own.engine() == Engine.POSTGRESQL ? "vacuum analyze " + table : "analyze table " + table);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
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
