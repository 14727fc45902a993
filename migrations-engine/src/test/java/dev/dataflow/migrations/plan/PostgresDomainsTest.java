package dev.dataflow.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.diff.SchemaDiff;
import java.sql.SQLException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Domains that become others. */
class PostgresDomainsTest extends PlannedTest {

    @BeforeEach
    void onPostgres() {
        Assumptions.assumeTrue(engine == DatabaseEngine.POSTGRESQL, "others have no domains");
    }

    @Test
    void defaultsNotNullChecksAndCommentsChangeAndComeBack() throws SQLException {
        execute(
                "CREATE DOMAIN \"Share\" AS int DEFAULT 1 NOT NULL CONSTRAINT low CHECK (VALUE >= 0)",
                "COMMENT ON DOMAIN \"Share\" IS 'it''s'",
                "CREATE DOMAIN word AS text CONSTRAINT \"Long\" CHECK (length(VALUE) > 1)",
                "CREATE TABLE t (s \"Share\", w word)",
                "INSERT INTO t VALUES (5, 'abc')");
        SchemaDiff diff = to(
                "CREATE DOMAIN \"Share\" AS int CONSTRAINT high CHECK (VALUE <= 100)",
                "CREATE DOMAIN word AS text DEFAULT 'none' NOT NULL CONSTRAINT \"Long\" CHECK (length(VALUE) > 2)",
                "COMMENT ON DOMAIN word IS 'of a text'",
                "CREATE TABLE t (s \"Share\", w word)");
        Plan plan = plan(diff);
        assertThat(sql(plan))
                .containsExactlyInAnyOrder(
                        "ALTER DOMAIN \"Share\" DROP CONSTRAINT \"low\"",
                        "ALTER DOMAIN \"Share\" DROP NOT NULL",
                        "ALTER DOMAIN \"Share\" DROP DEFAULT",
                        "COMMENT ON DOMAIN \"Share\" IS NULL",
                        "ALTER DOMAIN \"Share\" ADD CONSTRAINT \"high\" CHECK (VALUE <= 100)",
                        "ALTER DOMAIN \"word\" SET DEFAULT 'none'::text",
                        "COMMENT ON DOMAIN \"word\" IS 'of a text'",
                        "ALTER DOMAIN \"word\" DROP CONSTRAINT \"Long\"",
                        "ALTER DOMAIN \"word\" SET NOT NULL",
                        "ALTER DOMAIN \"word\" ADD CONSTRAINT \"Long\" CHECK (length(VALUE) > 2)");
        run(plan, diff);
        undo(plan, diff);
        Plan online = Plan.of(diff, online());
        assertThat(sql(online))
                .containsSubsequence(
                        "ALTER DOMAIN \"word\" ADD CONSTRAINT \"Long\" CHECK (length(VALUE) > 2) NOT VALID",
                        "ALTER DOMAIN \"word\" VALIDATE CONSTRAINT \"Long\"");
        run(online, diff);
        undo(online, diff);
    }

    @Test
    void aCheckForValuesToComeIsValidatedAndOpenedAgain() throws SQLException {
        String[] closed = {"CREATE DOMAIN d AS int CONSTRAINT c CHECK (VALUE > 0)", "CREATE TABLE t (a d)"};
        execute(
                "CREATE DOMAIN d AS int",
                "ALTER DOMAIN d ADD CONSTRAINT c CHECK (VALUE > 0) NOT VALID",
                "CREATE TABLE t (a d)");
        SchemaDiff diff = to(closed);
        Plan plan = plan(diff);
        assertThat(sql(plan)).containsExactly("ALTER DOMAIN \"d\" VALIDATE CONSTRAINT \"c\"");
        run(plan, diff);
        undo(plan, diff);
        run(Plan.of(diff, online()), diff);
    }

    /** What it refuses then goes or gets another type first; what it takes then comes after it. */
    @Test
    void columnsGoBeforeAndComeAfterADomainThatBecomesAnother() throws SQLException {
        execute(
                "CREATE DOMAIN small AS int",
                "CREATE DOMAIN large AS int NOT NULL",
                "CREATE TABLE t (id int, a small)",
                "INSERT INTO t VALUES (1, 500)");
        SchemaDiff diff = to(
                "CREATE FUNCTION fits(n int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT n < 100'",
                "CREATE DOMAIN small AS int CONSTRAINT c CHECK (fits(VALUE))",
                "CREATE DOMAIN large AS int",
                "CREATE TABLE t (id int, a int, b large)");
        Plan plan = plan(diff);
        run(plan, diff);
        undo(plan, diff);
    }

    @Test
    void anotherTypeAndADomainInsideATypeAreRefused() throws SQLException {
        execute(
                "CREATE DOMAIN d AS int",
                "CREATE DOMAIN above AS d",
                "CREATE DOMAIN e AS int",
                "CREATE TYPE pair AS (one above)",
                "CREATE TABLE t (list d[], p pair)");
        SchemaDiff diff = to(
                "CREATE DOMAIN d AS int NOT NULL",
                "CREATE DOMAIN above AS d",
                "CREATE DOMAIN e AS bigint",
                "CREATE TYPE pair AS (one above)",
                "CREATE TABLE t (list d[], p pair)");
        assertThatThrownBy(() -> plan(diff))
                .hasMessageStartingWith("[DF-330] ")
                .hasMessageContaining("domain d: alter, which is inside the types of t.list, t.p")
                .hasMessageContaining("domain e: alter");
        assertThatThrownBy(() -> execute("ALTER DOMAIN d SET NOT NULL"))
                .hasMessageContaining("cannot alter type \"d\" because column");
    }
}
