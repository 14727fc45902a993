package dev.dataflow.migrations.rule;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.statement.SqlStatement;
import dev.dataflow.migrations.statement.StatementReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;

/**
 * Runs each claim's statement on a copy of a file, and compares the pages of the file before and after. What reads all rows
 * fails on one that does not fit. What is refused must be refused with the message that is claimed.
 */
final class SqliteClaims implements ClaimServer {

    private static final int PAGE = 4096;

    private final Path original;
    private final Path copy;

    SqliteClaims(Path folder) {
        original = folder.resolve("original.db");
        copy = folder.resolve("copy.db");
    }

    @Override
    public void execute(List<String> statements) throws SQLException {
        try (Connection connection = connect(original)) {
            run(connection, statements);
        }
    }

    @Override
    public String look(Claim claim) throws Exception {
        Files.copy(original, copy, StandardCopyOption.REPLACE_EXISTING);
        List<String> sql = StatementReader.of(DatabaseEngine.SQLITE).read(claim.example()).stream()
                .map(SqlStatement::sql)
                .toList();
        boolean alone = claim.example().equals("VACUUM");
        try (Connection connection = connect(copy);
                Connection other = connect(copy)) {
            boolean cascades =
                    claim.loses().contains("CASCADE") && claim.example().contains("foreign_keys");
            run(connection, cascades ? List.of("PRAGMA foreign_keys = ON") : List.of());
            run(connection, alone ? List.of() : List.of("BEGIN"));
            run(connection, sql);
            if (!alone && accepts(other)) {
                return "another writes meanwhile";
            }
            run(connection, alone ? List.of() : List.of("COMMIT"));
            if (cascades && count(connection, "orders") > 0) {
                return "rows that point to it are left";
            }
        } catch (SQLException e) {
            return claim.refusal() != null && e.getMessage().contains(claim.refusal())
                    ? ""
                    : "refused with: " + e.getMessage();
        }
        if (claim.refusal() != null) {
            return "accepted";
        }
        Work work = work(sql);
        return work == claim.work() ? "" : "work " + work;
    }

    private Work work(List<String> sql) throws Exception {
        byte[] before = Files.readAllBytes(original);
        byte[] after = Files.readAllBytes(copy);
        int pages = before.length / PAGE;
        int changed = 0;
        for (int page = 0; page < Math.min(pages, after.length / PAGE); page++) {
            int from = page * PAGE;
            changed += Arrays.equals(before, from, from + PAGE, after, from, from + PAGE) ? 0 : 1;
        }
        int added = Math.max(0, after.length / PAGE - pages);
        if (changed + added > pages / 3) {
            return Work.REWRITE;
        }
        return changed + added > 8 ? Work.INDEX_BUILD : refusesBadRow(sql) ? Work.SCAN : Work.NONE;
    }

    private boolean refusesBadRow(List<String> sql) throws IOException, SQLException {
        Files.copy(original, copy, StandardCopyOption.REPLACE_EXISTING);
        try (Connection connection = connect(copy)) {
            run(connection, List.of("UPDATE orders SET total = -1 WHERE id = 4999"));
            run(connection, List.of("UPDATE orders SET total = NULL WHERE id = 5000"));
            try {
                run(connection, sql);
                return false;
            } catch (SQLException e) {
                return true;
            }
        }
    }

    private static int count(Connection on, String table) throws SQLException {
        try (Statement statement = on.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
            return row.getInt(1);
        }
    }

    private static boolean accepts(Connection other) throws SQLException {
        try {
            run(other, List.of("BEGIN IMMEDIATE", "ROLLBACK"));
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private Connection connect(Path file) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        run(
                connection,
                List.of(
                        "PRAGMA journal_mode = MEMORY",
                        "PRAGMA synchronous = OFF",
                        "PRAGMA busy_timeout = 0",
                        "PRAGMA foreign_keys = OFF"));
        return connection;
    }

    private static void run(Connection on, List<String> sql) throws SQLException {
        try (Statement statement = on.createStatement()) {
            for (String each : sql) {
                if (each.startsWith("PRAGMA")) {
                    statement.execute(each);
                } else {
                    // it takes forms of ALTER TABLE that execute takes for queries
                    statement.executeUpdate(each);
                }
            }
        }
    }
}
