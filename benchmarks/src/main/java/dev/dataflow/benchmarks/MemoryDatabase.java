package dev.dataflow.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.dataflow.DataFlow;

/**
 * SQLite in memory, which DataFlow and JDBC by hand use through one pool.
 *
 * @param pool the pool, of one connection
 * @param dataFlow the instance over it
 */
record MemoryDatabase(HikariDataSource pool, DataFlow dataFlow) implements AutoCloseable {

    static MemoryDatabase open() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:sqlite::memory:");
        config.setMaximumPoolSize(1);
        config.setMaxLifetime(0);
        HikariDataSource pool = new HikariDataSource(config);
        return new MemoryDatabase(pool, DataFlow.builder().dataSource(pool).build());
    }

    @Override
    public void close() {
        dataFlow.close();
        pool.close();
    }
}
