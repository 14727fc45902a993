package dev.dataflow.testing;

import java.util.List;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.JdbcDatabaseContainer;
import org.testcontainers.mariadb.MariaDBContainer;
import org.testcontainers.mysql.MySQLContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Servers in Docker, of the same major versions and settings as the embedded ones. Testcontainers stops them. */
final class Containers {
    private static final String PASSWORD = "testdb";

    private Containers() {}

    static boolean available() {
        // it logs a page of stack traces where there is no Docker
        for (String logger : List.of("org.testcontainers", "com.github.dockerjava", "tc")) {
            String property = "org.slf4j.simpleLogger.log." + logger;
            if (System.getProperty(property) == null) {
                System.setProperty(property, "off");
            }
        }
        return DockerClientFactory.instance().isDockerAvailable();
    }

    static JdbcUrl start(Engine engine) {
        return switch (engine) {
            case POSTGRESQL -> started(postgresql(), "postgresql", 5432, "postgres", "postgres");
            case MYSQL -> started(mysql(), "mysql", 3306, "mysql", "root");
            case MARIADB -> started(mariadb(), "mariadb", 3306, "mysql", "root");
            case SQLITE -> throw new IllegalArgumentException("SQLite has no server");
        };
    }

    private static PostgreSQLContainer postgresql() {
        PostgreSQLContainer container = new PostgreSQLContainer("postgres:17");
        container.withUsername("postgres");
        container.withEnv("POSTGRES_INITDB_ARGS", "--locale=C --encoding=UTF-8");
        container.setCommand(
                "postgres",
                "--max_connections=200",
                "--wal_level=logical",
                "--fsync=off",
                "--full_page_writes=off",
                "--synchronous_commit=off",
                "--timezone=Asia/Kolkata");
        return container;
    }

    private static MySQLContainer mysql() {
        MySQLContainer container = new MySQLContainer("mysql:8.0");
        container.withUsername("root");
        container.setCommand(
                "mysqld",
                "--max-connections=200",
                "--default-time-zone=+05:30",
                "--innodb-flush-log-at-trx-commit=0",
                "--sync-binlog=0");
        return container;
    }

    private static MariaDBContainer mariadb() {
        MariaDBContainer container = new MariaDBContainer("mariadb:11.4");
        container.withUsername("root");
        container.setCommand(
                "mariadbd",
                "--max-connections=200",
                "--max-allowed-packet=64M",
                "--default-time-zone=+05:30",
                "--log-bin=binlog",
                "--server-id=1",
                "--innodb-flush-log-at-trx-commit=0",
                "--sync-binlog=0");
        return container;
    }

    private static JdbcUrl started(
            JdbcDatabaseContainer<?> container, String scheme, int port, String database, String user) {
        container.withPassword(PASSWORD);
        container.start();
        String server = "jdbc:%s://%s:%d".formatted(scheme, container.getHost(), container.getMappedPort(port));
        return new JdbcUrl(server, database, "user=" + user + "&password=" + PASSWORD);
    }
}
