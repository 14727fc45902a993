package dev.dataflow.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.diff.SchemaDiff;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Triggers and views of MySQL and MariaDB stay where they can, and fire in the order of the target. */
class MySqlTriggersTest extends PlannedTest {

    private static final String LOG = "CREATE TABLE log (id int AUTO_INCREMENT PRIMARY KEY, mark varchar(20))";

    @BeforeEach
    void hasOrders() {
        Assumptions.assumeTrue(
                engine.family() == EngineFamily.MYSQL, "others have no such order, or need to look first");
    }

    @Test
    void rowsMeetTriggersAndViewsWhileAColumnBecomesAnother() throws SQLException {
        String[] others = {
            LOG,
            trigger("one", "", "concat('one', NEW.a)"),
            trigger("two", "", "'two'"),
            trigger("three", "", "concat('three', NEW.a)"),
            "CREATE VIEW v AS SELECT a FROM t"
        };
        execute(all("CREATE TABLE t (id int PRIMARY KEY, a int)", others));
        SchemaDiff diff = to(all("CREATE TABLE t (id int PRIMARY KEY, a bigint)", others));
        for (Plan plan : List.of(plan(diff), Plan.of(diff, online()))) {
            assertThat(sql(plan)).singleElement().asString().contains("MODIFY COLUMN `a` bigint");
            run(plan, diff);
            assertThat(marks(1)).containsExactly("one7", "two", "three7");
            undo(plan, diff);
        }
    }

    @Test
    void oneThatBecomesAnotherKeepsItsPlace() throws SQLException {
        String table = "CREATE TABLE t (id int PRIMARY KEY, a int)";
        String two = trigger("two", "", "'two'");
        String three = trigger("three", "", "'three'");
        execute(table, LOG, trigger("one", "", "'one'"), two, three);
        SchemaDiff diff = to(table, LOG, trigger("one", "", "'uno'"), two, three);
        Plan plan = plan(diff);
        assertThat(plan.steps()).hasSize(2);
        run(plan, diff);
        assertThat(marks(1)).containsExactly("uno", "two", "three");
        undo(plan, diff);
        assertThat(marks(2)).containsExactly("one", "two", "three");
    }

    @Test
    void oneThatGoesOrComesMovesNoOther() throws SQLException {
        String table = "CREATE TABLE t (id int PRIMARY KEY, a int)";
        execute(table, LOG, trigger("one", "", "'one'"), trigger("two", "", "'two'"));
        SchemaDiff diff = to(
                table,
                LOG,
                trigger("two", "", "'two'"),
                trigger("zero", "PRECEDES two", "'zero'"),
                trigger("nil", "PRECEDES zero", "'nil'"));
        Plan plan = plan(diff);
        assertThat(plan.steps()).hasSize(3);
        run(plan, diff);
        assertThat(marks(1)).containsExactly("nil", "zero", "two");
        undo(plan, diff);
        assertThat(marks(2)).containsExactly("one", "two");
    }

    @Test
    void thoseThatChangePlacesAreMadeAnew() throws SQLException {
        String table = "CREATE TABLE t (id int PRIMARY KEY, a int)";
        execute(table, LOG, trigger("one", "", "'one'"), trigger("two", "", "'two'"));
        SchemaDiff diff = to(table, LOG, trigger("two", "", "'two'"), trigger("one", "", "'one'"));
        Plan plan = plan(diff);
        run(plan, diff);
        assertThat(marks(1)).containsExactly("two", "one");
        undo(plan, diff);
        assertThat(marks(2)).containsExactly("one", "two");
    }

    @Test
    void triggersOfANewTableComeInTheirOrder() throws SQLException {
        execute(LOG);
        SchemaDiff diff = to(
                LOG,
                "CREATE TABLE t (id int PRIMARY KEY, a int)",
                trigger("z", "", "'first'"),
                trigger("a", "", "'second'"));
        run(plan(diff), diff);
        assertThat(marks(1)).containsExactly("first", "second");
    }

    private List<String> marks(int id) throws SQLException {
        execute("DELETE FROM log", "DELETE FROM t", "INSERT INTO t VALUES (" + id + ", 7)");
        return query("SELECT mark FROM log ORDER BY id");
    }

    private static String trigger(String name, String place, String mark) {
        return "CREATE TRIGGER " + name + " BEFORE INSERT ON t FOR EACH ROW " + place
                + " INSERT INTO log (mark) VALUES (" + mark + ")";
    }

    private static String[] all(String first, String... others) {
        List<String> all = new ArrayList<>(List.of(others));
        all.add(0, first);
        return all.toArray(String[]::new);
    }
}
