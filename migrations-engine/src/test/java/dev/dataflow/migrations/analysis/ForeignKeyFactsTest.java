package dev.dataflow.migrations.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.fixture.SchemaTest;
import dev.dataflow.migrations.plan.Plan;
import dev.dataflow.migrations.plan.Step;
import dev.dataflow.migrations.plan.StepGroup;
import dev.dataflow.migrations.reader.SchemaReader;
import dev.dataflow.migrations.schema.ColumnType;
import dev.dataflow.migrations.schema.ReferentialAction;
import dev.dataflow.migrations.schema.Schema;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is said of deleted rows is what the database does, and safe plans run. */
class ForeignKeyFactsTest extends SchemaTest {

    @Test
    void rowsThatPointToDeletedRows() throws SQLException {
        for (String action : List.of("NO ACTION", "RESTRICT", "CASCADE", "SET NULL")) {
            create(action);
            KeyImpact impact = impact(new Operation.DeleteRows("parent")).keys().get(0);
            String error = error("DELETE FROM parent");
            switch (impact.outcome().effect()) {
                case REFUSED ->
                    assertThat(impact.outcome().text() + impact.outcome().error())
                            .contains(String.valueOf(error).split(" ")[0]);
                case ROWS_GO -> assertThat(query("SELECT id FROM child")).isEmpty();
                case ROWS_CHANGE ->
                    assertThat(query("SELECT parent_id FROM child")).containsOnlyNulls();
                default -> throw new AssertionError(impact.text());
            }
            drop();
        }
    }

    @Test
    void truncate() throws SQLException {
        create("CASCADE");
        execute("DELETE FROM child");
        Outcome outcome =
                impact(new Operation.TruncateTable("parent")).keys().get(0).outcome();
        String error = error(engine == DatabaseEngine.SQLITE ? "DELETE FROM parent" : "TRUNCATE TABLE parent");
        if (outcome.effect() == Effect.REFUSED) {
            assertThat(error).startsWith(outcome.error());
        } else {
            assertThat(error).isNull();
        }
    }

    @Test
    void safePlansRun() throws SQLException {
        create("NO ACTION");
        execute("CREATE TABLE stray (id INT PRIMARY KEY)");
        for (Operation operation : List.of(
                new Operation.ChangeAction("child", "fk", ReferentialAction.CASCADE, ReferentialAction.NO_ACTION),
                new Operation.RetypeColumn("parent", "id", ColumnType.of(engine, "bigint")),
                new Operation.DropColumn("child", "parent_id"),
                new Operation.DropTable("parent"))) {
            Schema before = new SchemaReader(engine).read(connection);
            SafePlan plan = new ForeignKeyAnalyzer(before).impact(operation).plan();
            assertThat(plan.byHand()).isEmpty();
            assertThat(plan.diff().changes()).extracting(Change::describe).isNotEmpty();
            run(Plan.of(plan.diff()));
            assertThat(new SchemaReader(engine).read(connection))
                    .isEqualTo(plan.diff().after());
        }
    }

    private void create(String action) throws SQLException {
        if (engine == DatabaseEngine.SQLITE) {
            execute("PRAGMA foreign_keys = ON");
        }
        execute(
                "CREATE TABLE parent (id INT NOT NULL PRIMARY KEY)",
                "CREATE TABLE child (id INT NOT NULL PRIMARY KEY, parent_id INT"
                        + ", CONSTRAINT fk FOREIGN KEY (parent_id) REFERENCES parent (id) ON DELETE " + action + ")",
                "INSERT INTO parent VALUES (1)",
                "INSERT INTO child VALUES (1, 1)");
    }

    private void drop() throws SQLException {
        execute("DROP TABLE child", "DROP TABLE parent");
    }

    private ForeignKeyImpact impact(Operation operation) {
        return new ForeignKeyAnalyzer(new SchemaReader(engine).read(connection)).impact(operation);
    }

    private void run(Plan plan) throws SQLException {
        for (StepGroup group : plan.groups()) {
            execute(group.before().toArray(String[]::new));
            connection.setAutoCommit(!group.transactional());
            for (Step step : group.steps()) {
                execute(step.statements().toArray(String[]::new));
            }
            if (group.transactional()) {
                connection.commit();
            }
            connection.setAutoCommit(true);
            execute(group.after().toArray(String[]::new));
        }
    }

    private @Nullable String error(String sql) {
        try {
            execute(sql);
            return null;
        } catch (SQLException e) {
            return switch (engine.family()) {
                case POSTGRESQL -> e.getSQLState();
                case MYSQL -> String.valueOf(e.getErrorCode());
                case SQLITE -> e.getMessage().replaceAll(".*\\((.*)\\)", "$1");
            };
        }
    }
}
