package dev.dataflow.migrations.planfile;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.plan.Step;
import dev.dataflow.migrations.plan.StepGroup;
import java.util.ArrayList;
import java.util.List;

/** The text of one file. Not thread-safe. */
final class FlywayScript {

    private final DatabaseEngine engine;
    private final StringBuilder text = new StringBuilder();

    FlywayScript(DatabaseEngine engine) {
        this.engine = engine;
    }

    String text(StepGroup group) {
        boolean savepoint = group.transactional() && engine.family() == EngineFamily.SQLITE;
        for (Step step : group.steps()) {
            step.changes().stream().map(Change::describe).forEach(this::comment);
            step.losses().forEach(loss -> comment("lost: " + loss));
        }
        group.before().forEach(this::statement);
        if (savepoint) {
            // Flyway would take BEGIN for that of a trigger
            statement("SAVEPOINT dataflow_plan");
        }
        group.begin().forEach(this::statement);
        for (Step step : group.steps()) {
            if (step.cleanup() != null) {
                statement(LeftIndex.dropped(step.cleanup()));
            }
            if (step.backfill() != null) {
                new BatchLoop(engine, step.backfill())
                        .statements()
                        .ifPresentOrElse(
                                loop -> loop.forEach(this::statement),
                                () -> comment("all rows at once: this has no loop in SQL"));
            }
            step.statements().forEach(this::statement);
        }
        group.checks().forEach(this::check);
        if (savepoint) {
            statement("RELEASE dataflow_plan");
        }
        group.after().forEach(this::statement);
        undo(group);
        return text.toString();
    }

    /** A query that finds something must end the script, and Flyway takes no notice of rows. */
    private void check(String query) {
        statement("CREATE TEMPORARY TABLE dataflow_check (found INTEGER CHECK (found = 0))");
        statement("INSERT INTO dataflow_check SELECT count(*) FROM (" + query + ") AS found");
        statement("DROP TABLE dataflow_check");
    }

    private void statement(String sql) {
        if (engine.family() == EngineFamily.MYSQL && sql.contains(";")) {
            String delimiter = "$$";
            while (sql.contains(delimiter)) {
                delimiter += "$";
            }
            text.append("DELIMITER ").append(delimiter).append('\n');
            text.append(sql).append('\n').append(delimiter).append("\nDELIMITER ;\n\n");
        } else {
            text.append(sql).append(";\n\n");
        }
    }

    private void undo(StepGroup group) {
        List<String> statements = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (int i = group.steps().size() - 1; i >= 0; i--) {
            Step step = group.steps().get(i);
            statements.addAll(step.inverse().statements());
            if (step.inverse().missing() != null) {
                missing.add(step.inverse().missing());
            }
        }
        if (!statements.isEmpty()) {
            comment("Undo, which Flyway Community does not do:");
            group.before().forEach(each -> comment(each + ";"));
            group.begin().forEach(each -> comment(each + ";"));
            statements.forEach(each -> comment(each + ";"));
            group.after().forEach(each -> comment(each + ";"));
        }
        missing.forEach(each -> comment("Undo: " + each));
    }

    private void comment(String words) {
        words.lines().forEach(line -> text.append("-- ").append(line).append('\n'));
    }
}
