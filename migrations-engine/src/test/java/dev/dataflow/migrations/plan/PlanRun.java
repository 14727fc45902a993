package dev.dataflow.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Runs plans as their groups say. */
final class PlanRun {

    private final Connection connection;

    PlanRun(Connection connection) {
        this.connection = connection;
    }

    void run(Plan plan) throws SQLException {
        for (StepGroup group : plan.groups()) {
            run(
                    group,
                    group.steps().stream()
                            .flatMap(step -> step.statements().stream())
                            .toList());
        }
    }

    void undo(Plan plan) throws SQLException {
        List<StepGroup> groups = new ArrayList<>(plan.groups());
        Collections.reverse(groups);
        for (StepGroup group : groups) {
            List<Step> steps = new ArrayList<>(group.steps());
            Collections.reverse(steps);
            run(
                    group,
                    steps.stream()
                            .flatMap(step -> step.inverse().statements().stream())
                            .toList());
        }
    }

    private void run(StepGroup group, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            execute(statement, group.before());
            connection.setAutoCommit(!group.transactional());
            try {
                execute(statement, statements);
                for (String check : group.checks()) {
                    try (ResultSet rows = statement.executeQuery(check)) {
                        assertThat(rows.next()).as(check).isFalse();
                    }
                }
                if (group.transactional()) {
                    connection.commit();
                }
            } finally {
                if (group.transactional()) {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
                execute(statement, group.after());
            }
        }
    }

    private static void execute(Statement statement, List<String> statements) throws SQLException {
        for (String sql : statements) {
            try {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new SQLException(e.getMessage() + "\n" + sql, e);
            }
        }
    }
}
