package dev.dataflow.migrations.fact;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.reader.row.Catalog;
import dev.dataflow.migrations.reader.row.Row;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** MySQL and MariaDB: a transaction that only reads, unless one is open; limits are settings of the session. */
final class MySqlProbes extends Probes {

    /** MySQL's and MariaDB's time limits, their limit for locks, and that a statement was interrupted. */
    private static final Set<Integer> TIMEOUTS = Set.of(3024, 1969, 1205, 1317);

    private final DatabaseEngine engine;
    private final boolean own;
    private final List<String> restore = new ArrayList<>();

    MySqlProbes(Connection connection, DatabaseEngine engine, Budget budget) throws SQLException {
        super(connection, budget);
        this.engine = engine;
        this.own = connection.getAutoCommit();
        keep(limit());
        keep("lock_wait_timeout");
        keep("sql_mode");
        // names, texts and what CHAR holds are as questions write them
        execute("SET SESSION sql_mode = ''");
        if (engine == DatabaseEngine.MYSQL) {
            // else sizes are up to a day old
            keep("information_schema_stats_expiry");
            execute("SET SESSION information_schema_stats_expiry = 0");
        }
        if (own) {
            execute("START TRANSACTION READ ONLY");
        }
    }

    @Override
    <T> List<T> run(long millis, String sql, Row<T> row, Object... parameters) throws SQLException {
        String value =
                engine == DatabaseEngine.MYSQL ? String.valueOf(millis) : millis / 1_000 + "." + threeDigits(millis);
        execute("SET SESSION " + limit() + " = " + value);
        execute("SET SESSION lock_wait_timeout = " + Math.max(1, millis / 1_000));
        return new Catalog(connection).list(sql, row, parameters);
    }

    @Override
    boolean isTimeout(SQLException failure) {
        return TIMEOUTS.contains(failure.getErrorCode());
    }

    @Override
    public void close() throws SQLException {
        if (own) {
            execute("ROLLBACK");
        }
        for (String setting : restore) {
            execute(setting);
        }
    }

    private String limit() {
        return engine == DatabaseEngine.MYSQL ? "max_execution_time" : "max_statement_time";
    }

    private void keep(String setting) throws SQLException {
        restore.add("SET SESSION " + setting + " = "
                + new Catalog(connection)
                        .list("SELECT @@SESSION." + setting, MySqlProbes::literal)
                        .get(0));
    }

    private static String literal(ResultSet row) throws SQLException {
        String value = row.getString(1);
        return row.getObject(1) instanceof Number ? value : "'" + value + "'";
    }

    private static String threeDigits(long millis) {
        return String.format("%03d", millis % 1_000);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
