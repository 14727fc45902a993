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
}
