package dev.dataflow.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.diff.SchemaDiff;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Indexes that only PostgreSQL has. */
class PostgresIndexesTest extends PlannedTest {

    @BeforeEach
    void onPostgres() {
        Assumptions.assumeTrue(engine == DatabaseEngine.POSTGRESQL, "others have no such indexes");
    }

    @Test
    void anExpressionHasTheDefaultCollationAlsoWhereItsColumnsHaveAnother() throws SQLException {
        execute("CREATE TABLE t (c text COLLATE \"C\", d text)", "CREATE INDEX i ON t (upper(c), upper(d))");
        SchemaDiff diff = to(
                "CREATE TABLE t (c text COLLATE \"C\", d text)",
                "CREATE INDEX i ON t ((upper(c) COLLATE \"default\"), (upper(d) || 'x') COLLATE \"C\")",
                "CREATE UNIQUE INDEX u ON t ((lower(c)) COLLATE \"default\" DESC, (lower(d)))");
        Plan plan = plan(diff);
        run(plan, diff);
        assertThat(query("SELECT pg_get_indexdef('i'::regclass)").get(0))
                .endsWith("(upper(c) COLLATE \"default\", ((upper(d) || 'x'::text)) COLLATE \"C\")");
        undo(plan, diff);
    }

    @Test
    void anIndexOfAPartitionedTableIsBuiltBesideTheOldOne() throws SQLException {
        String table = "CREATE TABLE t (id int, a int, b int) PARTITION BY RANGE (id)";
        String low = "CREATE TABLE low PARTITION OF t FOR VALUES FROM (0) TO (9)";
        String high = "CREATE TABLE high PARTITION OF t FOR VALUES FROM (9) TO (99)";
        execute(
                table,
                low,
                high,
                "CREATE INDEX i ON t (a)",
                "COMMENT ON INDEX i IS 'of it'",
                "CREATE UNIQUE INDEX u ON t (id)",
                "INSERT INTO t VALUES (1, 2, 3), (10, 20, 30)");
        SchemaDiff diff = to(
                table,
                low,
                high,
                "CREATE INDEX i ON t (a, b)",
                "COMMENT ON INDEX i IS 'of it'",
                "CREATE UNIQUE INDEX u ON t (id, a)");
        Plan plan = Plan.of(diff, online());
        assertThat(sql(plan))
                .containsSubsequence(
                        "CREATE INDEX \"new_t_i\" ON ONLY \"t\" USING btree (\"a\", \"b\")",
                        "ALTER INDEX \"new_t_i\" ATTACH PARTITION \"ix_low_new_t_i\"",
                        "DROP INDEX \"i\"",
                        "ALTER INDEX \"new_t_i\" RENAME TO \"i\"",
                        "ALTER INDEX \"ix_low_new_t_i\" RENAME TO \"ix_low_i\"",
                        "COMMENT ON INDEX \"i\" IS 'of it'");
        assertThat(plan.groups()).allMatch(group -> together(group, "\"i\"") && together(group, "\"u\""));
        run(plan, diff);
        undo(plan, diff);
        run(plan, diff);
    }

    /** Whether an index does not go without another one at once. */
    private static boolean together(StepGroup group, String name) {
        List<String> sql = group.steps().stream()
                .flatMap(step -> step.statements().stream())
                .toList();
        return !sql.contains("DROP INDEX " + name)
                || group.transactional() && sql.stream().anyMatch(each -> each.endsWith(" RENAME TO " + name));
    }
}
