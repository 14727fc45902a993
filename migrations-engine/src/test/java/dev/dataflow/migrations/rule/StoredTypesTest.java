package dev.dataflow.migrations.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.fixture.SchemaTest;
import dev.dataflow.migrations.plan.Plan;
import dev.dataflow.migrations.plan.Step;
import dev.dataflow.migrations.reader.SchemaReader;
import dev.dataflow.migrations.schema.Schema;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** PostgreSQL's own file of a table tells whether its rows were written anew. */
class StoredTypesTest extends SchemaTest {

    private static final String[] DOMAINS = {
        "CREATE DOMAIN free AS text", "CREATE DOMAIN freer AS free", "CREATE DOMAIN bound AS text CHECK (VALUE <> '')"
    };

    @Test
    void aDomainWithoutConditionsIsStoredAsItsType() throws SQLException {
        if (engine != DatabaseEngine.POSTGRESQL) {
            return;
        }
        assertThat(rules("text", "free", false)).contains("widen-type");
        assertThat(rules("varchar(9)", "freer", false)).contains("widen-type");
        assertThat(rules("bound", "text", false)).contains("widen-type");
        assertThat(rules("text", "bound", true)).contains("narrow-type");
        assertThat(rules("int", "free", true)).contains("rewrite-type");
    }

    @Test
    void arraysOfLargerIntegersKeepTheirValues() throws SQLException {
        if (engine == DatabaseEngine.POSTGRESQL) {
            assertThat(rules("int[]", "bigint[]", true)).contains("rewrite-type");
            assertThat(rules("bigint[]", "int[]", true)).contains("narrow-type");
        }
    }

    private List<String> rules(String from, String to, boolean written) throws SQLException {
        Schema target = made(to);
        Schema present = made(from);
        SchemaDiff diff = SchemaDiff.of(present, target);
        Plan plan = Plan.of(diff);
        List<String> rules = new ArrayList<>();
        PlanContext context = PlanContext.of(diff, plan);
        List<String> before = file();
        for (Step step : plan.steps()) {
            Rules.matches(step, context).forEach(match -> rules.add(match.rule().name()));
            execute(step.statements().toArray(String[]::new));
        }
        assertThat(file().equals(before)).as(from + " to " + to).isEqualTo(!written);
        return rules;
    }

    private Schema made(String type) throws SQLException {
        execute("DROP SCHEMA public CASCADE", "CREATE SCHEMA public");
        execute(DOMAINS);
        execute("CREATE TABLE t (x " + type + ")");
        return new SchemaReader(engine).read(connection);
    }

    private List<String> file() throws SQLException {
        return query("SELECT pg_relation_filenode('t')");
    }
}
