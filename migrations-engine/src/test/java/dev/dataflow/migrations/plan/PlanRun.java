package dev.dataflow.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Runs plans as their groups say. */
final class PlanRun {

    private final Connection connection;
    private int batches;

    PlanRun(Connection connection) {
        this.connection = connection;
    }

    void run(Plan plan) throws SQLException {
        for (StepGroup group : plan.groups()) {
            run(group, false);
        }
    }

    void undo(Plan plan) throws SQLException {
        List<StepGroup> groups = new ArrayList<>(plan.groups());
        Collections.reverse(groups);
        for (StepGroup group : groups) {
            run(group, true);
        }
    }

    /** How many batches of rows were changed. */
    int batches() {
        return batches;
    }

    private void run(StepGroup group, boolean back) throws SQLException {
        List<Step> steps = new ArrayList<>(group.steps());
        if (back) {
            Collections.reverse(steps);
        }
        try (Statement statement = connection.createStatement()) {
            execute(statement, group.before());
            connection.setAutoCommit(!group.transactional());
            try {
                execute(statement, group.begin());
                for (Step step : steps) {
                    if (!back && step.backfill() != null) {
                        backfill(step.backfill());
                    }
                    execute(statement, back ? step.inverse().statements() : step.statements());
                }
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

    private void backfill(Backfill backfill) throws SQLException {
        List<Object> from = key(backfill, backfill.first(), List.of());
        while (from != null) {
            List<Object> to = key(backfill, backfill.next(), backfill.parameters(from));
            if (to != null) {
                List<Object> parameters = new ArrayList<>(backfill.parameters(from));
                parameters.addAll(backfill.parameters(to));
                try (PreparedStatement batch = prepared(backfill.batch(), parameters)) {
                    assertThat(batch.executeUpdate()).isLessThanOrEqualTo(backfill.batchRows());
                    batches++;
                }
            }
            from = to;
        }
    }

    private List<Object> key(Backfill backfill, String query, List<Object> parameters) throws SQLException {
        try (PreparedStatement statement = prepared(query, parameters);
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                return null;
            }
            List<Object> key = new ArrayList<>();
            for (int i = 1; i <= backfill.key().size(); i++) {
                key.add(row.getObject(i));
            }
            return key;
        }
    }

    private PreparedStatement prepared(String sql, List<Object> parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, parameters.get(i));
        }
        return statement;
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
