package dev.dataflow.migrations.open;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import dev.dataflow.error.SchemaException;
import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.plan.Plan;
import dev.dataflow.migrations.plan.Step;
import dev.dataflow.migrations.plan.StepGroup;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the steps of a plan under the schema's lock: in its transaction, where there is one. What the session is set to for it
 * is set back.
 */
final class PlanExecution {

    private final Connection connection;
    private final DatabaseEngine engine;

    PlanExecution(Connection connection, DatabaseEngine engine) {
        this.connection = connection;
        this.engine = engine;
    }

    /** What is done with the session prepared. */
    interface Work {
        /** Does it. */
        void run() throws SQLException;
    }

    /** Prepares the session for a plan, which SQLite lets one do only before a transaction. */
    void around(Plan plan, Work work) throws SQLException {
        if (engine != DatabaseEngine.SQLITE) {
            work.run();
            return;
        }
        List<String> restore = List.of(
                "PRAGMA foreign_keys = " + query("PRAGMA foreign_keys"),
                "PRAGMA busy_timeout = " + query("PRAGMA busy_timeout"));
        try {
            for (StepGroup group : plan.groups()) {
                execute(group.before());
            }
            work.run();
        } catch (Throwable e) {
            afterFailure(e, restore);
            throw e;
        }
        execute(restore);
    }

    /** Runs all steps in the plan's schema, and looks whether what must hold at their end does. */
    void run(OpeningPlan opening) throws SQLException {
        if (!opening.isElsewhere()) {
            run(opening.plan());
        } else if (engine == DatabaseEngine.POSTGRESQL) {
            String path = query("SELECT current_setting('search_path')");
            execute("SET LOCAL search_path TO " + Quoting.DOUBLE_QUOTES.quote(opening.schema()));
            run(opening.plan());
            execute("SELECT set_config('search_path', '" + path.replace("'", "''") + "', true)");
        } else {
            String database = connection.getCatalog();
            connection.setCatalog(opening.schema());
            try {
                run(opening.plan());
            } finally {
                connection.setCatalog(database);
            }
        }
    }

    private void run(Plan plan) throws SQLException {
        List<String> done = new ArrayList<>();
        List<String> restore = limits();
        for (StepGroup group : plan.groups()) {
            boolean session = engine.family() == EngineFamily.MYSQL;
            if (session) {
                execute(group.before());
            }
            try {
                run(group, done);
            } catch (Throwable e) {
                afterFailure(e, session ? group.after() : List.of());
                throw e;
            }
            if (session) {
                execute(group.after());
            }
        }
        execute(restore);
    }

    private void run(StepGroup group, List<String> done) throws SQLException {
        execute(group.begin());
        for (Step step : group.steps()) {
            for (String sql : step.statements()) {
                try {
                    execute(sql);
                } catch (SQLException e) {
                    throw StepFailure.of(engine, sql, step.timeouts().lock(), e, done);
                }
                if (!group.transactional()) {
                    done.add(sql);
                }
            }
        }
        for (String check : group.checks()) {
            requireNothing(check);
        }
        if (engine == DatabaseEngine.SQLITE) {
            // its pragma does nothing inside of a transaction
            execute(group.after());
        }
    }

    private void requireNothing(String check) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(check)) {
            if (rows.next()) {
                throw new SchemaException(
                        new Problem(
                                ErrorCode.MIGRATION_FAILED,
                                "the schema could not be changed: rows violate it; nothing was changed",
                                "`" + check + "` finds rows at the end",
                                "correct the rows that it names, and open again"),
                        null);
            }
        }
    }

    /** The limits that the lock's transaction has for what comes after the plan. */
    private List<String> limits() throws SQLException {
        return engine == DatabaseEngine.POSTGRESQL
                ? List.of(
                        "SET LOCAL lock_timeout = '" + query("SHOW lock_timeout") + "'",
                        "SET LOCAL statement_timeout = '" + query("SHOW statement_timeout") + "'")
                : List.of();
    }

    private void afterFailure(Throwable first, List<String> statements) {
        try {
            execute(statements);
        } catch (SQLException second) {
            first.addSuppressed(second);
        }
    }

    private void execute(List<String> statements) throws SQLException {
        for (String sql : statements) {
            execute(sql);
        }
    }

    private String query(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
