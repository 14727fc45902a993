package dev.dataflow.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.diff.RenameHints;
import dev.dataflow.migrations.diff.SchemaDiff;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What stands between the phases on PostgreSQL, where programs of before and after run beside each other. */
class PostgresPhasesTest extends PlannedTest {

    @Test
    void programsThatDoNotKnowWhatGoesCanInsert() throws SQLException {
        if (engine != DatabaseEngine.POSTGRESQL) {
            return;
        }
        execute(
                "CREATE TABLE t (id int PRIMARY KEY, gone text NOT NULL, given int NOT NULL DEFAULT 4, a int)",
                "INSERT INTO t VALUES (1, 'x', 2, 3)");
        SchemaDiff diff = to("CREATE TABLE t (id int PRIMARY KEY, a int)");
        Plan plan = plan(diff);
        assertThat(sql(plan.phase(Phase.EXPAND)))
                .containsExactly("ALTER TABLE \"t\" ALTER COLUMN \"gone\" DROP NOT NULL");
        new PlanRun(connection).run(plan.phase(Phase.EXPAND));
        assertThat(SchemaDiff.of(
                                read(),
                                PlanStates.of(plan.phase(Phase.EXPAND), diff).after())
                        .changes())
                .isEmpty();
        execute("INSERT INTO t (id, a) VALUES (2, 3)", "INSERT INTO t VALUES (3, 'y', 2, 3)");
        run(plan.phase(Phase.CONTRACT), diff);
    }

    @Test
    void columnsOfAPrimaryKeyStayAsTheyAre() throws SQLException {
        if (engine != DatabaseEngine.POSTGRESQL) {
            return;
        }
        execute("CREATE TABLE t (id int PRIMARY KEY, a int)");
        SchemaDiff diff = to("CREATE TABLE t (a int)");
        assertThat(sql(plan(diff).phase(Phase.EXPAND))).isEmpty();
    }

    @Test
    void whatBelongsToATableFollowsItsName() throws SQLException {
        if (engine != DatabaseEngine.POSTGRESQL) {
            return;
        }
        execute(
                "CREATE TABLE old (id serial, n int, CONSTRAINT k PRIMARY KEY (id)) PARTITION BY RANGE (id)",
                "CREATE TABLE part PARTITION OF old FOR VALUES FROM (1) TO (10)",
                "CREATE SEQUENCE extra OWNED BY old.n",
                "CREATE TABLE base (a int)",
                "CREATE TABLE heir () INHERITS (base)",
                "INSERT INTO old (n) VALUES (7)");
        SchemaDiff diff = SchemaDiff.of(
                read(),
                to(
                                "CREATE SEQUENCE fresh AS int",
                                "CREATE TABLE young (id int DEFAULT nextval('fresh'), m int, CONSTRAINT k PRIMARY KEY (id))"
                                        + " PARTITION BY RANGE (id)",
                                "ALTER SEQUENCE fresh OWNED BY young.id",
                                "CREATE TABLE part PARTITION OF young FOR VALUES FROM (1) TO (10)",
                                "CREATE SEQUENCE extra OWNED BY young.m",
                                "CREATE TABLE ground (a int)",
                                "CREATE TABLE heir () INHERITS (ground)")
                        .after(),
                RenameHints.NONE.table("old", "young").column("old", "n", "m").table("base", "ground"));
        Plan plan = plan(diff);
        new PlanRun(connection).run(plan.phase(Phase.EXPAND));
        assertThat(SchemaDiff.of(
                                read(),
                                PlanStates.of(plan.phase(Phase.EXPAND), diff).after())
                        .changes())
                .isEmpty();
        run(plan.phase(Phase.CONTRACT), diff);
        undo(plan, diff);
        assertThatThrownBy(() -> execute("SELECT m FROM old")).hasMessageContaining("m");
    }
}
