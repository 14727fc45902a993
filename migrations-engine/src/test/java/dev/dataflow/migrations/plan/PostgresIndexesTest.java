package dev.dataflow.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.diff.SchemaDiff;
import java.sql.SQLException;
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
}
