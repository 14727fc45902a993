package dev.dataflow.migrations.rule;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.statement.Operation;
import dev.dataflow.migrations.statement.SqlStatement;
import dev.dataflow.migrations.statement.StatementReader;
import dev.dataflow.migrations.statement.Trait;
import dev.dataflow.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Runs a claim's statement in a transaction that is rolled back, and compares locks, files and counters of scans. What runs
 * concurrently is looked at from a second connection while a writer holds it up.
 */
final class PostgresClaims implements ClaimServer {

    private static final List<String> MODES = List.of(
            "ACCESS SHARE",
            "ROW SHARE",
            "ROW EXCLUSIVE",
            "SHARE UPDATE EXCLUSIVE",
            "SHARE",
            "SHARE ROW EXCLUSIVE",
            "EXCLUSIVE",
            "ACCESS EXCLUSIVE");

    private static final String FILLED_TABLES = "SELECT oid FROM pg_class WHERE relkind IN ('r', 'm')"
            + " AND pg_relation_size(oid) > 0 AND pg_relation_filenode(oid)::text";
    private static final String INDEXED_TABLES = "SELECT indrelid FROM pg_index"
            + " WHERE pg_relation_size(indrelid) > 0 AND pg_relation_filenode(indexrelid)::text";

    private final TestDatabase database;
    private final Connection connection;
    private final StatementReader reader = StatementReader.of(DatabaseEngine.POSTGRESQL);

    PostgresClaims(TestDatabase database, Connection connection) {
        this.database = database;
        this.connection = connection;
    }

    @Override
    public void execute(List<String> statements) throws SQLException {
        run(connection, statements);
    }

    @Override
    public String look(Claim claim) throws Exception {
        List<SqlStatement> statements = reader.read(claim.example());
        List<String> sql = statements.stream().map(SqlStatement::sql).toList();
        Operation operation = statements.get(0).operations().get(0);
        boolean alone = operation.has(Trait.CONCURRENT) && !claim.example().startsWith("REFRESH");
        if (claim.refusal() != null) {
            boolean inside = !alone || claim.refusal().contains("transaction");
            return refused(sql, claim.refusal(), inside);
        }
        Seen seen = alone ? concurrently(sql.get(0)) : inTransaction(sql);
        return difference(claim, operation.table(), seen, alone);
    }

    private String difference(Claim claim, String named, Seen seen, boolean alone) {
        // what names no table, as an index does, is of the one that is locked most
        String table = named.isEmpty() ? heaviest(seen.locks) : named;
        String own = seen.locks.getOrDefault(table, "none");
        Map<String, String> left = new HashMap<>(seen.locks);
        left.remove(table);
        String other = left.getOrDefault(heaviest(left), "none");
        StringBuilder text = new StringBuilder();
        if (!own.equals(claim.lock().name())) {
            text.append("lock ").append(own).append("; ");
        }
        if (!other.equals(claim.other().name())) {
            text.append("other lock ").append(other).append("; ");
        }
        if (!alone && seen.work != claim.work()) {
            text.append("work ").append(seen.work).append("; ");
        }
        return text.toString();
    }

    private static String heaviest(Map<String, String> locks) {
        return locks.entrySet().stream()
                .max(Map.Entry.comparingByValue(Comparator.comparingInt(MODES::indexOf)))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private record Seen(Map<String, String> locks, Work work) {}

    private Seen inTransaction(List<String> sql) throws SQLException {
        connection.setAutoCommit(false);
        try {
            Map<String, String> tables = tables(connection);
            Set<String> heaps = files("'r', 'm'");
            Set<String> indexes = files("'i'");
            long scans = counter("seq_scan", tables);
            long written = counter("n_tup_upd + n_tup_del", tables);
            run(connection, sql);
            Map<String, String> locks = locks("pg_backend_pid()", tables, connection);
            Set<String> newHeaps = files("'r', 'm'");
            newHeaps.removeAll(heaps);
            Set<String> newIndexes = files("'i'");
            newIndexes.removeAll(indexes);
            Work work = Work.NONE;
            if (counter("n_tup_upd + n_tup_del", tables) > written + 100 || has(newHeaps, tables, FILLED_TABLES)) {
                work = Work.REWRITE;
            } else if (has(newIndexes, tables, INDEXED_TABLES)) {
                work = Work.INDEX_BUILD;
            } else if ((newHeaps.isEmpty() || sql.get(0).contains("PARTITION OF"))
                    && counter("seq_scan", tables) > scans) {
                work = Work.SCAN;
            }
            return new Seen(locks, work);
        } finally {
            rollback();
        }
    }

    private void rollback() throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** A writer's lock, which it waits for, keeps it where it can be seen. */
    private Seen concurrently(String sql) throws Exception {
        String pid = one(connection, "SELECT pg_backend_pid()");
        try (Connection writer = database.connect();
                Connection watcher = database.connect()) {
            writer.setAutoCommit(false);
            // a partition is waited for at the end, when its table is locked again
            boolean partition = sql.contains("PARTITION");
            run(
                    writer,
                    List.of(
                            partition
                                    ? "LOCK TABLE events_2020 IN ACCESS SHARE MODE"
                                    : "LOCK TABLE orders IN ROW EXCLUSIVE MODE"));
            CompletableFuture<Void> running = CompletableFuture.runAsync(() -> {
                try {
                    run(connection, List.of(sql));
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            boolean waits = false;
            while (!running.isDone() && !waits) {
                waits = !one(watcher, "SELECT count(*) FROM pg_locks WHERE NOT granted AND pid = " + pid)
                        .equals("0");
            }
            Map<String, String> tables = tables(watcher);
            Map<String, String> locks = locks(pid, tables, watcher);
            writer.rollback();
            running.get(20, TimeUnit.SECONDS);
            restore(sql);
            return new Seen(locks, Work.NONE);
        }
    }

    private void restore(String sql) throws SQLException {
        if (sql.startsWith("CREATE INDEX")) {
            run(connection, List.of("DROP INDEX orders_by_total"));
        } else if (sql.startsWith("DROP INDEX")) {
            run(connection, List.of("CREATE INDEX orders_plain ON orders (plain)"));
        } else if (sql.contains("DETACH")) {
            run(
                    connection,
                    List.of("ALTER TABLE events ATTACH PARTITION events_2020"
                            + " FOR VALUES FROM ('2020-01-01') TO ('2021-01-01')"));
        }
    }

    private String refused(List<String> sql, String message, boolean inTransaction) throws SQLException {
        connection.setAutoCommit(!inTransaction);
        try {
            run(connection, sql);
            return "accepted";
        } catch (SQLException e) {
            return e.getMessage().contains(message) ? "" : "refused with: " + e.getMessage();
        } finally {
            rollback();
        }
    }

    private static Map<String, String> locks(String pid, Map<String, String> tables, Connection on)
            throws SQLException {
        Map<String, String> locks = new HashMap<>();
        try (Statement statement = on.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT relation, mode FROM pg_locks WHERE locktype = 'relation' AND pid = " + pid)) {
            while (row.next()) {
                String mode = row.getString(2)
                        .replaceAll("Lock$", "")
                        .replaceAll("([a-z])([A-Z])", "$1 $2")
                        .toUpperCase(Locale.ROOT);
                String table = tables.get(row.getString(1));
                if (table != null) {
                    locks.merge(table, mode, (one, other) -> MODES.indexOf(one) > MODES.indexOf(other) ? one : other);
                }
            }
        }
        return locks;
    }

    private Set<String> files(String kinds) throws SQLException {
        return new HashSet<>(column(
                connection,
                "SELECT pg_relation_filenode(oid)::text FROM pg_class WHERE relkind IN (" + kinds
                        + ") AND relnamespace = 'public'::regnamespace"));
    }

    /** Whether new files are of tables that were there and have rows: TRUNCATE makes empty ones. */
    private boolean has(Set<String> files, Map<String, String> tables, String query) throws SQLException {
        return column(connection, query + " IN (" + in(files) + ")").stream().anyMatch(tables::containsKey);
    }

    private static String in(Set<String> files) {
        return files.isEmpty() ? "''" : "'" + String.join("', '", files) + "'";
    }

    private long counter(String expression, Map<String, String> tables) throws SQLException {
        return Long.parseLong(column(
                        connection,
                        "SELECT coalesce(sum(" + expression + "), 0) FROM pg_stat_xact_user_tables WHERE relid IN ("
                                + String.join(", ", tables.keySet()) + ")")
                .get(0));
    }

    /** Names by number: a table that is dropped or renamed is still locked. */
    private static Map<String, String> tables(Connection on) throws SQLException {
        Map<String, String> tables = new HashMap<>();
        try (Statement statement = on.createStatement();
                ResultSet row = statement.executeQuery("SELECT oid, relname FROM pg_class"
                        + " WHERE relkind IN ('r', 'p', 'm', 'v') AND relnamespace = 'public'::regnamespace")) {
            while (row.next()) {
                tables.put(row.getString(1), row.getString(2));
            }
        }
        return tables;
    }

    private static String one(Connection on, String query) throws SQLException {
        return column(on, query).get(0);
    }

    private static List<String> column(Connection on, String query) throws SQLException {
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
