package dev.dataflow.migrations.rule;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.statement.StatementReader;
import dev.dataflow.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Asks the server for the ALGORITHM and LOCK that a claim names, which must be accepted, and for each better one, which must
 * be refused; whether the table was made anew is seen in its number. What knows neither is held up by a reader.
 */
final class MySqlClaims implements ClaimServer {

    /** From the best to the worst. */
    private static final List<Lock> ORDER = List.of(
            Lock.INSTANT,
            Lock.NOCOPY,
            Lock.NOCOPY_SHARED,
            Lock.INPLACE,
            Lock.INPLACE_SHARED,
            Lock.COPY_ONLINE,
            Lock.COPY);

    private final TestDatabase database;
    private final Connection connection;
    private final DatabaseEngine engine;
    private final List<String> fixture;

    /** The table that is not as it was; empty for all; null for none. */
    private @Nullable String changed;

    MySqlClaims(TestDatabase database, Connection connection, DatabaseEngine engine, List<String> fixture) {
        this.database = database;
        this.connection = connection;
        this.engine = engine;
        this.fixture = fixture;
    }

    @Override
    public void execute(List<String> statements) throws SQLException {
        run(connection, statements);
        changed = null;
    }

    @Override
    public String look(Claim claim) throws Exception {
        restore();
        List<String> sql = StatementReader.of(engine).read(claim.example()).stream()
                .map(statement -> statement.sql())
                .toList();
        if (claim.refusal() != null) {
            return refused(claim, sql, claim.refusal());
        }
        if (ORDER.contains(claim.lock())) {
            return algorithm(claim, sql);
        }
        if (claim.lock().equals(Lock.ROWS)) {
            return rowsLocked(sql);
        }
        changed = "";
        if (claim.lock().equals(Lock.METADATA) || claim.other().equals(Lock.METADATA)) {
            return heldUp(sql, claim);
        }
        run(connection, sql);
        return "";
    }

    private String algorithm(Claim claim, List<String> sql) throws SQLException {
        String statement = sql.get(0);
        StringBuilder text = new StringBuilder();
        for (Lock better : ORDER.subList(0, ORDER.indexOf(claim.lock()))) {
            boolean own = engine == DatabaseEngine.MYSQL && better.name().contains("NOCOPY");
            if (!own && accepts(statement, better)) {
                return "also " + better.name();
            }
        }
        Set<String> tables = ids("TABLE");
        Set<String> indexes = ids("INDEX");
        changed = table(statement);
        try {
            run(connection, List.of(with(statement, claim.lock())));
        } catch (SQLException e) {
            return "refused: " + e.getMessage();
        }
        Set<String> newTables = ids("TABLE");
        newTables.removeAll(tables);
        Set<String> newIndexes = ids("INDEX");
        newIndexes.removeAll(indexes);
        boolean partition = statement.contains(" PARTITION");
        Work work = !newTables.isEmpty() && !partition
                ? Work.REWRITE
                : !newIndexes.isEmpty() && !partition ? Work.INDEX_BUILD : Work.NONE;
        if (work != claim.work()) {
            text.append("work ").append(work);
        }
        return text.toString();
    }

    /** Clauses about partitions come last. */
    private static String with(String statement, Lock lock) {
        return statement.contains(" PARTITION")
                ? statement.replaceFirst("(ADD|DROP) PARTITION", lock.name() + ", $0")
                : statement + ", " + lock.name();
    }

    private boolean accepts(String statement, Lock lock) {
        try {
            run(connection, List.of(with(statement, lock)));
            changed = "";
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private String refused(Claim claim, List<String> sql, String message) throws SQLException {
        if (claim.example().contains("versioned")) {
            changed = "";
            run(connection, List.of("CREATE TABLE versioned (id INT PRIMARY KEY)"));
            for (int i = 0; i < 64; i++) {
                run(connection, List.of("ALTER TABLE versioned ADD COLUMN c" + i + " INT, ALGORITHM=INSTANT"));
            }
            sql = List.of(sql.get(0) + ", ALGORITHM=INSTANT");
        }
        try {
            run(connection, sql);
            changed = "";
            return "accepted";
        } catch (SQLException e) {
            return e.getMessage().contains(message) ? "" : "refused with: " + e.getMessage();
        }
    }

    /** A reader in a transaction keeps an exclusive metadata lock away. */
    private String heldUp(List<String> sql, Claim claim) throws Exception {
        try (Connection reader = database.connect();
                Connection watcher = database.connect()) {
            reader.setAutoCommit(false);
            for (String table : List.of("orders", "`lines`", "shops", "events", "active_shops")) {
                rows(reader, "SELECT * FROM " + table);
            }
            long id = Long.parseLong(rows(connection, "SELECT CONNECTION_ID()").get(0));
            CompletableFuture<Void> running = CompletableFuture.runAsync(() -> {
                try {
                    run(connection, sql);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            boolean waited = false;
            while (!running.isDone() && !waited) {
                waited = rows(watcher, "SELECT STATE FROM information_schema.PROCESSLIST WHERE ID = " + id).stream()
                        .anyMatch(state -> String.valueOf(state).startsWith("Waiting for table metadata lock"));
            }
            reader.rollback();
            running.get(20, TimeUnit.SECONDS);
            if (claim.example().startsWith("LOCK")) {
                run(connection, List.of("UNLOCK TABLES"));
            }
            return waited ? "" : "lock none";
        }
    }

    private String rowsLocked(List<String> sql) throws SQLException {
        connection.setAutoCommit(false);
        try (Connection other = database.connect()) {
            run(connection, sql);
            rows(other, "SELECT * FROM orders");
            run(
                    other,
                    List.of(
                            "SET innodb_lock_wait_timeout = 1",
                            "INSERT INTO shops VALUES (99, 'z')",
                            "DELETE FROM shops WHERE id = 99"));
            return "";
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private Set<String> ids(String kind) throws SQLException {
        String view = engine == DatabaseEngine.MYSQL ? "INNODB_" : "INNODB_SYS_";
        String tables = kind.equals("TABLE") ? "TABLES" : "INDEXES";
        return new HashSet<>(rows(
                connection,
                "SELECT " + kind + "_ID FROM information_schema." + view + tables
                        + (kind.equals("TABLE") ? " WHERE NAME LIKE CONCAT(DATABASE(), '/%')" : "")));
    }

    /** Makes again what the claim before has changed: one table if it can be. */
    private void restore() throws SQLException {
        if (changed == null) {
            return;
        }
        String table = changed;
        changed = null;
        if (table.isEmpty()) {
            String name = rows(connection, "SELECT DATABASE()").get(0);
            run(
                    connection,
                    List.of("DROP DATABASE `" + name + "`", "CREATE DATABASE `" + name + "`", "USE `" + name + "`"));
            run(connection, fixture);
            return;
        }
        run(connection, List.of("SET foreign_key_checks = 0", "DROP TABLE `" + table + "`"));
        for (String each : fixture) {
            if (table(each).equals(table)) {
                run(connection, List.of(each));
            }
        }
        run(connection, List.of("SET foreign_key_checks = 1"));
    }

    private String table(String sql) {
        return StatementReader.of(engine).read(sql).get(0).operations().get(0).table();
    }

    private static List<String> rows(Connection on, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = on.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                values.add(row.getString(1));
            }
        }
        return values;
    }

    private static void run(Connection on, List<String> sql) throws SQLException {
        try (Statement statement = on.createStatement()) {
            for (String each : sql) {
                statement.execute(each);
            }
        }
    }
}
