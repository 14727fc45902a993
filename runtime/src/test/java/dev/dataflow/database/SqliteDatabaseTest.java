package dev.dataflow.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteDatabaseTest {

    @TempDir
    Path folder;

    @Test
    void memoryIsOneConnection() throws SQLException {
        try (Database database =
                Database.open(Post.config(":memory:").withPoolSize(8).withConnectionTimeout(Duration.ofMillis(250)))) {
            Connection connection = database.acquire();
            assertThat(Post.ask(connection, "PRAGMA foreign_keys")).isEqualTo("1");
            Post.run(connection, "CREATE TABLE t (a INTEGER)");
            DataFlowException e = assertThrows(DataFlowException.class, database::acquire);
            assertThat(e.code()).isEqualTo(ErrorCode.POOL_EXHAUSTED);
            database.release(connection);
            connection = database.acquire();
            assertThat(Post.ask(connection, "SELECT count(*) FROM t")).isEqualTo("0");
            database.release(connection);
        }
    }

    @Test
    void twoDatabasesInMemoryAreApart() throws SQLException {
        try (Database one = Database.open(Post.config(":memory:"));
                Database two = Database.open(Post.config(":memory:"))) {
            Connection connection = one.acquire();
            Post.run(connection, "CREATE TABLE t (a INTEGER)");
            one.release(connection);
            connection = two.acquire();
            assertThat(Post.ask(connection, "SELECT count(*) FROM sqlite_schema"))
                    .isEqualTo("0");
            two.release(connection);
        }
    }

    @Test
    void manyOpenOneNewFileAtOnce() {
        String url = "sqlite:////" + folder.resolve("new file #1.db");
        ExecutorService threads = Executors.newFixedThreadPool(10);
        try {
            List<CompletableFuture<Database>> opening = IntStream.range(0, 10)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> Database.open(Post.config(url)), threads))
                    .toList();
            opening.forEach(future -> future.join().close());
        } finally {
            threads.shutdownNow();
        }
        assertThat(folder.resolve("new file #1.db")).exists();
    }

    @Test
    void dataSourceOfSeveralDatabasesInMemoryIsRefused() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:sqlite::memory:");
        config.setMaximumPoolSize(2);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            Database database = Database.over(pool, Post.config(":memory:"));
            Connection connection = database.acquire();
            DataFlowException e = assertThrows(DataFlowException.class, database::acquire);
            assertThat(e.code()).isEqualTo(ErrorCode.DATABASE_UNSAFE);
            database.release(connection);
            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
        }
    }

    @Test
    void opensWhileAnotherWrites() throws SQLException {
        String url = "jdbc:sqlite:" + folder.resolve("a.db");
        Database.open(Post.config(url)).close();
        try (Connection writer = DriverManager.getConnection(url)) {
            Post.run(writer, "BEGIN IMMEDIATE");
            Database.open(Post.config(url)).close();
            Post.run(writer, "ROLLBACK");
        }
    }
}
