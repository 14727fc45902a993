package dev.dataflow.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.diff.SchemaDiff;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Defaults that MySQL keeps as expressions. */
class MySqlDefaultsTest extends PlannedTest {

    @Test
    void longTextsGetTheirDefaultsWhereverTheyStand() throws SQLException {
        Assumptions.assumeTrue(engine.family() == EngineFamily.MYSQL, "others have defaults of one kind");
        execute(
                "CREATE TABLE t (id int PRIMARY KEY, a text, b varchar(9), c longtext)",
                "INSERT INTO t (id, a) VALUES (1, 'was')");
        SchemaDiff diff = to(
                "CREATE TABLE t (id int PRIMARY KEY, a text DEFAULT ('a;'), b varchar(20) DEFAULT ('b'),"
                        + " c longtext NOT NULL DEFAULT ('c'), d text NOT NULL DEFAULT ('d'), e text DEFAULT (concat('e', 'f')))");
        PlanOptions filled = PlanOptions.online(version()).withValue("t", "c", "'filled'");
        for (PlanOptions options : List.of(filled, PlanOptions.plain(version()).withValue("t", "c", "'filled'"))) {
            Plan plan = Plan.of(diff, options);
            run(plan, diff);
            execute("INSERT INTO t (id) VALUES (2)");
            assertThat(query("SELECT concat_ws(' ', id, a, b, c, d, e) FROM t ORDER BY id"))
                    .containsExactly("1 was filled d ef", "2 a; b c d ef");
            execute("DELETE FROM t WHERE id = 2");
            undo(plan, diff);
        }
    }

    @Test
    void aTableGetsAnotherCharacterSetWithItsColumns() throws SQLException {
        Assumptions.assumeTrue(engine.family() == EngineFamily.MYSQL, "others have one");
        String table =
                "CREATE TABLE t (id int PRIMARY KEY, a varchar(9), b text) DEFAULT CHARACTER SET %s COMMENT = '%s'";
        execute(table.formatted("utf8mb3", "one"), "INSERT INTO t VALUES (1, 'é', '€')");
        for (String comment : List.of("one", "two")) {
            SchemaDiff diff = to(table.formatted("utf8mb4", comment));
            for (Plan plan : List.of(plan(diff), Plan.of(diff, online()))) {
                run(plan, diff);
                assertThat(query("SELECT concat(a, b) FROM t")).containsExactly("é€");
                undo(plan, diff);
            }
        }
    }
}
