package dev.dataflow.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.fact.Facts;
import dev.dataflow.migrations.risk.RiskAssessor;
import dev.dataflow.migrations.snapshot.Snapshot;
import java.sql.SQLException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Types and collations that a target has and the present schema has not, and the other way round. */
class PostgresTypesTest extends PlannedTest {

    @BeforeEach
    void onPostgres() {
        Assumptions.assumeTrue(engine == DatabaseEngine.POSTGRESQL, "others have no types of their own");
    }

    @Test
    void typesComeBeforeWhatIsOfThemAndGoAfterIt() throws SQLException {
        SchemaDiff diff = to(
                "CREATE COLLATION a_case (PROVIDER = icu, LOCALE = 'und-u-ks-level2', DETERMINISTIC = false)",
                "COMMENT ON COLLATION a_case IS 'it''s without case'",
                "CREATE COLLATION \"Plain\" (LC_COLLATE = 'C', LC_CTYPE = 'C')",
                "CREATE TYPE z_pair AS (one int, two text COLLATE a_case)",
                "CREATE DOMAIN a_pair AS z_pair CHECK ((VALUE).one > 0)",
                "CREATE FUNCTION z_apart(a timetz, b timetz) RETURNS double precision LANGUAGE sql IMMUTABLE"
                        + " AS 'SELECT extract(epoch FROM (a::time - b::time))::double precision'",
                "CREATE TYPE a_timerange AS RANGE (SUBTYPE = timetz, SUBTYPE_DIFF = z_apart)",
                "CREATE TYPE words AS RANGE (SUBTYPE = text, COLLATION = \"Plain\", SUBTYPE_OPCLASS = text_pattern_ops)",
                "COMMENT ON TYPE words IS 'of words'",
                "CREATE TYPE a_both AS (pair a_pair, open a_timerange)",
                "CREATE FUNCTION a_open(r a_timerange) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT NOT isempty(r)'",
                "CREATE DOMAIN a_hours AS a_timerange CHECK (a_open(VALUE))",
                "CREATE TABLE z_table (id int PRIMARY KEY, b a_both, h a_hours, w words, t text COLLATE a_case)",
                "CREATE TABLE a_holder (row_of z_table, rows_of z_table[])");
        Plan plan = plan(diff);
        assertThat(new RiskAssessor().assess(plan, diff, Facts.unknown()).steps())
                .allMatch(step -> step.score() < 25);
        run(plan, diff);
        assertThat(Snapshot.read(Snapshot.write(read()))).isEqualTo(read());
        undo(plan, diff);
    }

    @Test
    void aTypeThatBecomesAnotherIsRefused() throws SQLException {
        execute(
                "CREATE TYPE spans AS RANGE (SUBTYPE = int)",
                "CREATE COLLATION c (LC_COLLATE = 'C', LC_CTYPE = 'C')",
                "CREATE TYPE pair AS (a int)");
        SchemaDiff diff = to(
                "CREATE TYPE spans AS RANGE (SUBTYPE = bigint)",
                "CREATE COLLATION c (LC_COLLATE = 'POSIX', LC_CTYPE = 'C')",
                "CREATE TYPE pair AS (a int, b int)");
        assertThatThrownBy(() -> plan(diff))
                .hasMessageStartingWith("[DF-330] ")
                .hasMessageContaining("range type spans: alter")
                .hasMessageContaining("collation c: alter")
                .hasMessageContaining("composite type pair: alter");
    }
}
