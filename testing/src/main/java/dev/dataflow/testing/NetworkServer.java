package dev.dataflow.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A running server, reached as its administrator. */
record NetworkServer(Engine engine, JdbcUrl admin, String version) implements Server {
    private static final int UNKNOWN_THREAD = 1094;

    static NetworkServer at(Engine engine, JdbcUrl admin) throws SQLException {
        try (Connection connection = DriverManager.getConnection(admin.toString())) {
            String version = connection.getMetaData().getDatabaseProductVersion();
            return new NetworkServer(engine, admin, version);
        }
    }

    @Override
    public TestDatabase create() {
        String name = "testdb_" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
        // the collation is named, so that a server given by URL sorts like the others
        String collation =
                engine == Engine.POSTGRESQL ? " TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'" : "";
        asAdmin("create", name, statement -> statement.execute("CREATE DATABASE " + name + collation));
        JdbcUrl url = admin.withDatabase(name);
        return new TestDatabase(engine, url.toString(), url.parameter("user"), url.parameter("password"), name);
    }

    @Override
    public void drop(TestDatabase database) {
        String name = database.name();
        asAdmin("drop", name, statement -> {
            if (engine == Engine.POSTGRESQL) {
                dropForced(statement, name);
            } else {
                // an open transaction would block the drop, by default for a year
                killSessions(statement, name);
                statement.execute("SET lock_wait_timeout = 10");
                statement.execute("DROP DATABASE IF EXISTS " + name);
            }
        });
    }

    /** Version 12 does not end sessions by itself. */
    private static void dropForced(Statement statement, String database) throws SQLException {
        boolean old = statement.getConnection().getMetaData().getDatabaseMajorVersion() < 13;
        if (old) {
            statement.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + database + "'");
        }
        statement.execute("DROP DATABASE IF EXISTS " + database + (old ? "" : " WITH (FORCE)"));
    }

    private static void killSessions(Statement statement, String database) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (ResultSet rows =
                statement.executeQuery("SELECT id FROM information_schema.processlist WHERE db = '" + database + "'")) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
        }
        for (long id : ids) {
            try {
                statement.execute("KILL " + id);
            } catch (SQLException e) {
                if (e.getErrorCode() != UNKNOWN_THREAD) {
                    throw e;
                }
            }
        }
    }

    private void asAdmin(String verb, String database, Work work) {
        try (Connection connection = DriverManager.getConnection(admin.toString());
                Statement statement = connection.createStatement()) {
            work.on(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot %s %s database %s".formatted(verb, engine, database), e);
        }
    }

    private interface Work {
        void on(Statement statement) throws SQLException;
    }
}
