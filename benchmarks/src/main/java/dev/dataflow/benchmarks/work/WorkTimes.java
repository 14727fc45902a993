package dev.dataflow.benchmarks.work;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.diff.RenameHints;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.fact.Budget;
import dev.dataflow.migrations.fact.FactReader;
import dev.dataflow.migrations.fact.Facts;
import dev.dataflow.migrations.plan.Plan;
import dev.dataflow.migrations.plan.PlanOptions;
import dev.dataflow.migrations.plan.Step;
import dev.dataflow.migrations.plan.StepGroup;
import dev.dataflow.migrations.reader.SchemaReader;
import dev.dataflow.migrations.reader.ServerVersions;
import dev.dataflow.migrations.risk.ExpectedTime;
import dev.dataflow.migrations.risk.RiskAssessor;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.ServerVersion;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.testing.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;

/** Runs changes on tables with rows, and prints how long each step took beside what was expected of it. */
public final class WorkTimes {

    private static final double BRIEF_SECONDS = 0.05;

    private final DatabaseEngine engine;
    private final Connection connection;
    private final Connection target;

    private WorkTimes(DatabaseEngine engine, Connection connection, Connection target) {
        this.engine = engine;
        this.connection = connection;
        this.target = target;
    }

    /** The argument is an engine. */
    public static void main(String[] arguments) throws SQLException {
        Engine engine = Engine.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        System.out.println("| table | change | step | expected | took | times reading |");
        System.out.println("|---|---|---|---|---|---|");
        try (TestDatabase first = TestDatabases.create(engine);
                TestDatabase second = TestDatabases.create(engine);
                Connection connection = first.connect();
                Connection target = second.connect()) {
            WorkTimes times = new WorkTimes(DatabaseEngine.valueOf(engine.name()), connection, target);
            for (WorkTable table : WorkTable.ALL) {
                times.measure(table, engine);
            }
        }
        System.exit(0); // servers have threads of their own
    }

    private void measure(WorkTable table, Engine server) throws SQLException {
        table.create(connection, WorkChange.NONE);
        table.fill(connection, server);
        Schema present = new SchemaReader(engine).read(connection);
        ServerVersion version = ServerVersions.read(connection, engine);
        double reading = 1;
        for (WorkChange change : WorkChange.ALL) {
            table.create(target, change);
            Schema wanted = new SchemaReader(engine).read(target);
            for (PlanOptions options : List.of(PlanOptions.plain(version), PlanOptions.online(version))) {
                SchemaDiff diff = SchemaDiff.of(present, wanted, RenameHints.NONE);
                Plan plan = Plan.of(diff, options);
                Facts facts = new FactReader(engine, Budget.DEFAULT).read(connection, plan, diff);
                reading = facts.table("work").reading().value().orElseThrow();
                run(table, change, plan, diff, facts);
                undo(plan);
            }
        }
        long start = System.nanoTime();
        execute("UPDATE work SET c = c + 1");
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "| %s | update | all rows | | %.2f s | %.1f |%n",
                table.name(),
                seconds,
                seconds / reading);
    }

    private void run(WorkTable table, WorkChange change, Plan plan, SchemaDiff diff, Facts facts) throws SQLException {
        double reading = facts.table("work").reading().value().orElseThrow();
        int place = 0;
        for (StepGroup group : plan.groups()) {
            for (String sql : group.before()) {
                execute(sql);
            }
            connection.setAutoCommit(!group.transactional());
            for (Step step : group.steps()) {
                ExpectedTime expected = new RiskAssessor()
                        .assess(plan, diff, facts)
                        .steps()
                        .get(place++)
                        .time();
                long start = System.nanoTime();
                for (String sql : step.statements()) {
                    execute(sql);
                }
                double seconds = (System.nanoTime() - start) / 1e9;
                boolean within = !expected.known()
                        || seconds * 1_000 >= expected.leastMillis() && seconds * 1_000 <= expected.mostMillis()
                        || expected.brief() && seconds < BRIEF_SECONDS;
                String sql = step.statements().isEmpty()
                        ? ""
                        : step.statements().get(step.statements().size() - 1).replaceAll("\\s+", " ");
                System.out.printf(
                        Locale.ROOT,
                        "| %s | %s | %s | %s%s | %.2f s | %.1f |%n",
                        table.name(),
                        change.name(),
                        sql.substring(0, Math.min(70, sql.length())),
                        expected.words(),
                        within ? "" : " (missed)",
                        seconds,
                        seconds / reading);
            }
            if (group.transactional()) {
                connection.commit();
            }
            connection.setAutoCommit(true);
            for (String sql : group.after()) {
                execute(sql);
            }
        }
    }

    private void undo(Plan plan) throws SQLException {
        for (int i = plan.groups().size() - 1; i >= 0; i--) {
            StepGroup group = plan.groups().get(i);
            for (String sql : group.before()) {
                execute(sql);
            }
            connection.setAutoCommit(!group.transactional());
            for (int k = group.steps().size() - 1; k >= 0; k--) {
                for (String sql : group.steps().get(k).inverse().statements()) {
                    execute(sql);
                }
            }
            if (group.transactional()) {
                connection.commit();
            }
            connection.setAutoCommit(true);
            for (String sql : group.after()) {
                execute(sql);
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
