package dev.dataflow.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.fact.Budget;
import dev.dataflow.migrations.fact.FactReader;
import dev.dataflow.migrations.fact.Facts;
import dev.dataflow.migrations.plan.Plan;
import dev.dataflow.migrations.plan.PlanOptions;
import dev.dataflow.migrations.reader.SchemaReader;
import dev.dataflow.migrations.reader.ServerVersions;
import dev.dataflow.migrations.risk.Assessment;
import dev.dataflow.migrations.risk.Policy;
import dev.dataflow.migrations.risk.RiskAssessor;
import dev.dataflow.migrations.risk.StepRisk;
import dev.dataflow.migrations.risk.Verdict;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.testing.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The scenes of the page about risk. */
class RiskGuideTest {

    private final Recording recording = new Recording();
    private TestDatabase database;
    private Connection connection;

    @BeforeEach
    void users() throws SQLException {
        assumeTrue(TestDatabases.engines().contains(Engine.SQLITE), "this test run leaves SQLite out");
        database = TestDatabases.create(Engine.SQLITE);
        connection = database.connect();
        execute(
                "CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT, legacy TEXT) STRICT",
                "INSERT INTO users VALUES (1, 'a@x.org', 'x'), (2, NULL, 'y'), (3, NULL, NULL)");
    }

    @AfterEach
    void drop() throws SQLException {
        if (database != null) {
            connection.close();
            database.close();
        }
    }

    @Test
    void assessing() throws SQLException {
        Schema present = new SchemaReader(DatabaseEngine.SQLITE).read(connection);
        Schema target = target(present);
        scene("assessing");
        // docs:assessing
        // e-mail addresses are to be NOT NULL, and the column legacy is to go
        SchemaDiff diff = SchemaDiff.of(present, target);
        Plan plan = Plan.of(diff, PlanOptions.plain(ServerVersions.read(connection, DatabaseEngine.SQLITE)));
        Facts facts = new FactReader(DatabaseEngine.SQLITE, Budget.DEFAULT).read(connection, plan, diff);
        Assessment risk = new RiskAssessor().assess(plan, diff, facts);
        for (StepRisk step : risk.steps()) {
            print(step.level() + ", will fail on " + step.failures());
        }
        facts.counted().forEach(counted -> print(counted.text()));
        // docs:end
        Pages.check("output", "assessing", recording.output());
    }

    @Test
    void policies() throws SQLException {
        Schema present = new SchemaReader(DatabaseEngine.SQLITE).read(connection);
        SchemaDiff diff = SchemaDiff.of(present, target(present));
        Plan plan = Plan.of(diff, PlanOptions.plain(ServerVersions.read(connection, DatabaseEngine.SQLITE)));
        scene("policies");
        // docs:policies
        Policy policy = Policy.read("{\"maxRisk\": \"HIGH\", \"allow\": [\"drop-column:users.legacy\"]}");
        Facts facts = new FactReader(DatabaseEngine.SQLITE, Budget.DEFAULT).read(connection, plan, diff);
        Verdict verdict = policy.judge(plan, new RiskAssessor().assess(plan, diff, facts));
        print(verdict.decision() + ", " + verdict.answers());
        // docs:end
        Pages.check("output", "policies", recording.output());
    }

    private static Schema target(Schema present) {
        Table users = present.table("users").orElseThrow();
        return present.withTables(List.of(users.edit()
                .columns(users.columns().stream()
                        .filter(column -> !column.name().equals("legacy"))
                        .map(column -> column.name().equals("email") ? column.withNullable(false) : column)
                        .toList())
                .build()));
    }

    private void execute(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private void scene(String name) {
        assertThat(Pages.blocks("output"))
                .anySatisfy(block -> assertThat(block.source()).startsWith(name));
        recording.restart();
    }

    private void print(Object value) {
        recording.print(value);
    }
}
