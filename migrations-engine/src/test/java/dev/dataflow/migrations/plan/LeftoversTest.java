package dev.dataflow.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.diff.RenameHints;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.schema.View;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What goes waits for no program of before where it stands in the way of what comes. */
class LeftoversTest extends PlannedTest {

    @Test
    void namesThatAreTakenAreFreedFirst() throws SQLException {
        String index = engine.family() == EngineFamily.MYSQL ? "mine" : "shared";
        goes(
                List.of("CREATE TABLE a (id int)", "CREATE TABLE b (id int)", "CREATE INDEX shared ON a (id)"),
                List.of("CREATE TABLE b (id int)", "CREATE INDEX " + index + " ON b (id)"));
        goes(List.of("CREATE TABLE a (id int)"), List.of("CREATE VIEW a AS SELECT 1 AS id"));
    }

    @Test
    void whatIsComputedGoesBeforeItsColumnChanges() throws SQLException {
        goes(
                List.of("CREATE TABLE t (a int, b int, g int GENERATED ALWAYS AS (a * 2) STORED)"),
                List.of("CREATE TABLE t (a bigint, b int)"));
        goes(
                List.of("CREATE TABLE t (a int, g int GENERATED ALWAYS AS (a * 2) STORED)"),
                List.of("CREATE TABLE t (a int, g int GENERATED ALWAYS AS (a * 3) STORED)"));
    }

    @Test
    void keysGoBeforeOthersCome() throws SQLException {
        goes(
                List.of("CREATE TABLE t (a int NOT NULL, b int NOT NULL, CONSTRAINT pa PRIMARY KEY (a))"),
                List.of("CREATE TABLE t (a int NOT NULL, b int NOT NULL, CONSTRAINT pb PRIMARY KEY (b))"));
        goes(
                List.of(
                        "CREATE TABLE p (a int NOT NULL, b int NOT NULL, CONSTRAINT pa PRIMARY KEY (a))",
                        "CREATE TABLE t (c int, CONSTRAINT fk FOREIGN KEY (c) REFERENCES p (a))"),
                List.of(
                        "CREATE TABLE p (a int NOT NULL, b int NOT NULL, CONSTRAINT pb PRIMARY KEY (b))",
                        "CREATE TABLE t (c int)"));
    }

    /** That an index is in the way shows only after that what stands on it is, too. */
    @Test
    void whatStandsOnWhatIsInTheWayGoesFirst() throws SQLException {
        goes(
                List.of(
                        "CREATE TABLE p (code int, n int)",
                        "CREATE UNIQUE INDEX ux ON p (code)",
                        "CREATE TABLE t (c int, CONSTRAINT fk FOREIGN KEY (c) REFERENCES p (code))"),
                List.of(
                        "CREATE TABLE p (code int, n int)",
                        "CREATE INDEX ux ON p (code, n)",
                        "CREATE TABLE t (c int)"));
    }

    @Test
    void aUniqueKeyGoesBeforeItsColumnChanges() throws SQLException {
        String table = "CREATE TABLE t (a %s)";
        execute("CREATE TABLE t (a int, CONSTRAINT u UNIQUE (a))");
        assertThat(plan(to(String.format(table, "varchar(20)"))).steps())
                .extracting(Step::phase)
                .containsOnly(Phase.EXPAND);
        assertThat(plan(to(String.format(table, "int"))).steps())
                .extracting(Step::phase)
                .containsOnly(Phase.CONTRACT);
    }

    @Test
    void foreignKeysGoBeforeTypesOnEitherSideChange() throws SQLException {
        String parent = "CREATE TABLE p (a %s NOT NULL, CONSTRAINT pa PRIMARY KEY (a))";
        String pointing = "CREATE TABLE t (c int, CONSTRAINT fk FOREIGN KEY (c) REFERENCES p (a))";
        List<String> before = List.of(String.format(parent, "int"), pointing);
        goes(before, List.of(String.format(parent, "int"), "CREATE TABLE t (c varchar(20))"));
        goes(before, List.of(String.format(parent, "varchar(20)"), "CREATE TABLE t (c int)"));
    }

    @Test
    void aConditionOfAnIndexGoesBeforeItsColumnChanges() throws SQLException {
        Assumptions.assumeTrue(engine.family() == EngineFamily.POSTGRESQL, "others make the table anew, or have none");
        goes(
                List.of("CREATE TABLE t (a int, b int)", "CREATE UNIQUE INDEX ux ON t (a) WHERE b > 0"),
                List.of("CREATE TABLE t (a int, b varchar(20))"));
    }

    @Test
    void mySqlCountsOneColumnAndWantsAnIndexForEachForeignKey() throws SQLException {
        Assumptions.assumeTrue(engine.family() == EngineFamily.MYSQL, "others do not");
        goes(
                List.of("CREATE TABLE t (a int AUTO_INCREMENT UNIQUE, b int)"),
                List.of("CREATE TABLE t (b int, n int AUTO_INCREMENT UNIQUE)"));
        goes(
                List.of(
                        "CREATE TABLE p (a int PRIMARY KEY)",
                        "CREATE TABLE t (c int, d int, KEY kc (c), CONSTRAINT fk FOREIGN KEY (c) REFERENCES p (a))"),
                List.of("CREATE TABLE p (a int PRIMARY KEY)", "CREATE TABLE t (c int, d int)"));
    }

    @Test
    void aViewWhoseTriggerMentionsATableGoesBeforeThatIsMadeAnew() throws SQLException {
        Assumptions.assumeTrue(engine.family() == EngineFamily.SQLITE, "others make no table anew");
        goes(
                List.of(
                        "CREATE TABLE t (a int)",
                        "CREATE TABLE notes (id int)",
                        "CREATE VIEW short AS SELECT id FROM notes",
                        "CREATE TRIGGER through INSTEAD OF INSERT ON short BEGIN INSERT INTO t VALUES (NEW.id); END"),
                List.of("CREATE TABLE t (a text)", "CREATE TABLE notes (id int)"));
    }

    /** The plan runs, phase by phase, and back. */
    private void goes(List<String> before, List<String> after) throws SQLException {
        clear();
        execute(before.toArray(String[]::new));
        SchemaDiff unsaid = to(after.toArray(String[]::new));
        SchemaDiff diff = SchemaDiff.of(unsaid.before(), unsaid.after(), hints(unsaid));
        Plan plan = plan(diff);
        run(plan, diff);
        undo(plan, diff);
    }

    private static RenameHints hints(SchemaDiff diff) {
        RenameHints hints = RenameHints.NONE;
        for (Table table : diff.before().tables()) {
            Optional<Table> other = diff.after().table(table.name());
            if (other.isEmpty()) {
                hints = hints.dropTable(table.name());
                continue;
            }
            for (Column column : table.columns()) {
                if (other.get().column(column.name()).isEmpty()) {
                    hints = hints.dropColumn(table.name(), column.name());
                }
            }
        }
        return hints;
    }

    private void clear() throws SQLException {
        Schema present = read();
        for (View view : present.views()) {
            execute("DROP VIEW " + view.name());
        }
        execute(by("SELECT 1", "SET foreign_key_checks = 0", "PRAGMA foreign_keys = OFF"));
        for (Table table : present.tables()) {
            execute("DROP TABLE " + table.name() + by(" CASCADE", "", ""));
        }
        execute(by("SELECT 1", "SET foreign_key_checks = 1", "PRAGMA foreign_keys = ON"));
    }
}
