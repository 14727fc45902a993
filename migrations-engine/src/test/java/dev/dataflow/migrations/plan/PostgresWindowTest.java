package dev.dataflow.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.diff.RenameHints;
import dev.dataflow.migrations.diff.SchemaDiff;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes and comes back is there for everybody else all the time, while plans are carried out online. */
class PostgresWindowTest extends PlannedTest {

    private static final List<String> BEHAVIOUR = List.of(
            "ALTER TABLE t ENABLE ROW LEVEL SECURITY",
            "CREATE POLICY base ON t USING (true)",
            "CREATE POLICY only_mine ON t AS RESTRICTIVE USING (a = current_user)",
            "CREATE FUNCTION aud() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
            "CREATE TRIGGER audit AFTER UPDATE OF a ON t FOR EACH ROW EXECUTE FUNCTION aud()");

    @BeforeEach
    void onPostgres() {
        Assumptions.assumeTrue(
                engine == DatabaseEngine.POSTGRESQL, "others commit each statement, or make all at once");
    }

    @Test
    void policiesTriggersAndViewsGoAndComeBackInOneTransaction() throws SQLException {
        List<String> before =
                new ArrayList<>(List.of("CREATE TABLE t (id int PRIMARY KEY, a varchar(10), b int, c text)"));
        before.addAll(BEHAVIOUR);
        before.addAll(
                List.of("CREATE VIEW v AS SELECT a FROM t", "CREATE INDEX ib ON t (b)", "CREATE INDEX gone ON t (c)"));
        List<String> after = new ArrayList<>(List.of("CREATE TABLE t (id int PRIMARY KEY, a text, b int, c text)"));
        after.addAll(BEHAVIOUR);
        after.addAll(List.of("CREATE VIEW v AS SELECT a FROM t", "CREATE INDEX ib ON t (b, c)"));
        Plan plan = checked(before, after);
        assertThat(plan.steps())
                .filteredOn(step -> step.statements().contains("DROP VIEW \"v\""))
                .allMatch(step -> String.valueOf(step.inverse().missing()).contains("the owner of v, its grants"));
        assertThat(sql(plan))
                .containsSubsequence(
                        "DROP INDEX CONCURRENTLY \"gone\"",
                        "DROP VIEW \"v\"",
                        "ALTER TABLE \"t\" ALTER COLUMN \"a\" TYPE text COLLATE \"default\"",
                        "CREATE TRIGGER audit AFTER UPDATE OF a ON t FOR EACH ROW EXECUTE FUNCTION aud()",
                        "CREATE INDEX CONCURRENTLY \"new_t_ib\" ON \"t\" USING btree (\"b\", \"c\")",
                        "DROP INDEX CONCURRENTLY \"ib\"",
                        "ALTER INDEX \"new_t_ib\" RENAME TO \"ib\"");
    }

    @Test
    void whatIsLookedAtOrFilledOnlineIsOutsideOfTheTransaction() throws SQLException {
        List<String> before = new ArrayList<>(List.of("CREATE TABLE p (id int PRIMARY KEY)"));
        before.add("CREATE TABLE t (id int PRIMARY KEY, a varchar(10), b int, c text, CHECK (b > 0),"
                + " CONSTRAINT fk FOREIGN KEY (b) REFERENCES p, CONSTRAINT u UNIQUE (b))");
        before.addAll(BEHAVIOUR);
        before.addAll(List.of("CREATE VIEW v AS SELECT a FROM t", "CREATE UNIQUE INDEX ua ON t (lower(a))"));
        List<String> after = new ArrayList<>(List.of("CREATE TABLE p (id bigint PRIMARY KEY)"));
        after.add("CREATE TABLE t (id int PRIMARY KEY, a text NOT NULL, b int NOT NULL, c text, CHECK (b > 0),"
                + " n double precision NOT NULL DEFAULT random(), CHECK (n < 2),"
                + " CONSTRAINT fk FOREIGN KEY (b) REFERENCES p, CONSTRAINT u UNIQUE (b, c))");
        after.addAll(BEHAVIOUR);
        after.addAll(List.of("CREATE VIEW v AS SELECT a, n FROM t", "CREATE UNIQUE INDEX ua ON t (lower(a))"));
        Plan plan = checked(before, after);
        assertThat(sql(plan))
                .containsSubsequence(
                        "UPDATE \"t\" SET \"n\" = DEFAULT WHERE \"n\" IS NULL",
                        "DROP VIEW \"v\"",
                        "ALTER TABLE \"p\" ALTER COLUMN \"id\" TYPE bigint",
                        "CREATE UNIQUE INDEX \"ua\" ON \"t\" USING btree ((lower(a)))",
                        "ALTER TABLE \"t\" VALIDATE CONSTRAINT \"fk\"",
                        "ALTER TABLE \"t\" VALIDATE CONSTRAINT \"nn_t_a\"")
                .contains("CREATE UNIQUE INDEX CONCURRENTLY \"new_t_u\" ON \"t\" USING btree (\"b\", \"c\")");
    }

    @Test
    void aColumnComesInThePlainFormWhereItMayNeedAFunction() throws SQLException {
        List<String> before = new ArrayList<>(List.of("CREATE TABLE t (id int PRIMARY KEY, a varchar(10))"));
        before.addAll(BEHAVIOUR);
        List<String> after = new ArrayList<>(List.of(
                "CREATE TABLE t (id int PRIMARY KEY, a text, n double precision NOT NULL DEFAULT random())",
                "CREATE FUNCTION half(d double precision) RETURNS double precision LANGUAGE sql AS 'SELECT d / 2'"));
        after.addAll(BEHAVIOUR);
        assertThat(sql(checked(before, after))).noneMatch(sql -> sql.startsWith("UPDATE"));
    }

    /** What commits would name a table that has not got its name yet, or that has it no longer when it is taken back. */
    @Test
    void besideARenameNothingCommitsBefore() throws SQLException {
        List<String> before = new ArrayList<>(
                List.of("CREATE TABLE t (id int PRIMARY KEY, a varchar(10), b int)", "CREATE INDEX gone ON t (b)"));
        before.addAll(BEHAVIOUR);
        List<String> after = new ArrayList<>(List.of(
                "CREATE TABLE t (id int PRIMARY KEY, a text, c int, n double precision NOT NULL DEFAULT random())"));
        after.addAll(BEHAVIOUR);
        execute(before.toArray(String[]::new));
        execute("INSERT INTO t VALUES (1, 'x', 2)");
        SchemaDiff unsaid = to(after.toArray(String[]::new));
        SchemaDiff diff = SchemaDiff.of(unsaid.before(), unsaid.after(), RenameHints.NONE.column("t", "b", "c"));
        Plan plan = Plan.of(diff, online());
        assertTogether(plan);
        assertThat(plan.groups().get(0).steps().get(0).statements()).noneMatch(sql -> sql.contains("CONCURRENTLY"));
        run(plan, diff);
        assertThat(query("SELECT c FROM t")).containsExactly("2");
        undo(plan, diff);
    }

    /** A view's name is a type's name, too. */
    @Test
    void aTypeMayHaveTheNameOfAViewThatGoes() throws SQLException {
        List<String> before = new ArrayList<>(
                List.of("CREATE TABLE t (id int PRIMARY KEY, a varchar(10))", "CREATE VIEW mood AS SELECT a FROM t"));
        before.addAll(BEHAVIOUR);
        List<String> after = new ArrayList<>(List.of(
                "CREATE TYPE mood AS ENUM ('fine')",
                "CREATE TABLE t (id int PRIMARY KEY, a text, n text NOT NULL DEFAULT random()::text, m mood)"));
        after.addAll(BEHAVIOUR);
        checked(before, after);
    }

    /** A foreign key that comes back needs the key that it points to. */
    @Test
    void aKeyThatComesBackPointsToNewOnes() throws SQLException {
        String table = "CREATE TABLE t (b int, c int, CONSTRAINT fk FOREIGN KEY (b) REFERENCES p (%s),"
                + " CONSTRAINT fk2 FOREIGN KEY (c) REFERENCES q (%s))";
        for (String key : List.of("UNIQUE (code)", "PRIMARY KEY (code)")) {
            execute("DROP TABLE IF EXISTS t, p, q");
            execute(
                    "CREATE TABLE p (id int NOT NULL UNIQUE, code int)",
                    "CREATE TABLE q (id int PRIMARY KEY, code int UNIQUE)",
                    String.format(table, "id", "id"),
                    "INSERT INTO p VALUES (1, 1)",
                    "INSERT INTO q VALUES (1, 1)",
                    "INSERT INTO t VALUES (1, 1)");
            SchemaDiff diff = to(
                    "CREATE TABLE p (id int NOT NULL UNIQUE, code int, " + key + ")",
                    "CREATE TABLE q (id int PRIMARY KEY, code int UNIQUE)",
                    String.format(table, "code", "code"));
            Plan plan = Plan.of(diff, online());
            assertTogether(plan);
            run(plan, diff);
            undo(plan, diff);
        }
    }

    @Test
    void aValueOfAnEnumTypeCommitsBefore() throws SQLException {
        List<String> before =
                new ArrayList<>(List.of("CREATE TYPE e AS ENUM ('a')", "CREATE TABLE t (id int, a varchar(9), e e)"));
        before.addAll(BEHAVIOUR);
        List<String> after =
                new ArrayList<>(List.of("CREATE TYPE e AS ENUM ('a', 'b')", "CREATE TABLE t (id int, a text, e e)"));
        after.addAll(BEHAVIOUR);
        for (String sql : before) {
            execute(sql);
        }
        SchemaDiff diff = to(after.toArray(String[]::new));
        assertTogether(plan(diff));
        assertTogether(Plan.of(diff, online()));
        run(plan(diff), diff);
    }

    private Plan checked(List<String> before, List<String> after) throws SQLException {
        execute(before.toArray(String[]::new));
        SchemaDiff diff = to(after.toArray(String[]::new));
        Plan plan = Plan.of(diff, online());
        assertTogether(plan);
        run(plan, diff);
        undo(plan, diff);
        return plan;
    }

    /** No commit lies between what goes and what comes under the same name. */
    private static void assertTogether(Plan plan) {
        Returning returning = new Returning(
                plan.steps().stream().flatMap(step -> step.changes().stream()).toList());
        assertThat(returning.isEmpty()).isFalse();
        List<StepGroup> with = plan.groups().stream()
                .filter(group -> group.steps().stream()
                        .flatMap(step -> step.changes().stream())
                        .anyMatch(change -> returning.has(change)
                                && List.of(
                                                "POLICY_DROP",
                                                "POLICY_CREATE",
                                                "TRIGGER_DROP",
                                                "TRIGGER_CREATE",
                                                "VIEW_DROP",
                                                "VIEW_CREATE",
                                                "FOREIGN_KEY_DROP",
                                                "FOREIGN_KEY_ADD")
                                        .contains(change.kind().name())))
                .toList();
        assertThat(with).hasSize(1);
        assertThat(with.get(0).transactional()).isTrue();
    }
}
