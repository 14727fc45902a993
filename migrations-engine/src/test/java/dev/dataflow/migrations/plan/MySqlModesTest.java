package dev.dataflow.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.diff.SchemaDiff;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Plans of MySQL and MariaDB do the same under each SQL mode, and let rows keep what other modes let in. */
class MySqlModesTest extends PlannedTest {

    private static final List<String> MODES =
            List.of("", "ANSI_QUOTES,NO_BACKSLASH_ESCAPES,PIPES_AS_CONCAT,PAD_CHAR_TO_FULL_LENGTH", "TRADITIONAL");

    @BeforeEach
    void hasModes() {
        Assumptions.assumeTrue(engine.family() == EngineFamily.MYSQL, "others have no SQL modes");
    }

    @Test
    void textsStayWhatTheyAre() throws SQLException {
        String table = "CREATE TABLE t (id int PRIMARY KEY, n %s, a varchar(9) COLLATE utf8mb4_bin DEFAULT 'x\\\\%s',"
                + " g varchar(30) COLLATE utf8mb4_bin GENERATED ALWAYS AS (coalesce(a, 'q\\\\it''s')) STORED,"
                + " CONSTRAINT c CHECK (a <> 'x\\\\%s')) COMMENT = 'c\\\\%s'";
        for (String mode : MODES) {
            execute(table.formatted("int", "", "", ""), "INSERT INTO t (id, a, n) VALUES (1, NULL, 1)");
            SchemaDiff diff = to(table.formatted("bigint", "y", "z''", "o"));
            execute("SET SESSION sql_mode = '" + mode + "'");
            for (Plan plan : List.of(plan(diff), Plan.of(diff, online()))) {
                run(plan, diff);
                assertThat(query("SELECT g FROM t")).as(mode).containsExactly("q\\it's");
                undo(plan, diff);
            }
            execute("SET SESSION sql_mode = 'TRADITIONAL'", "DROP TABLE t");
        }
    }

    @Test
    void datesOfZeroDoNotKeepOtherColumnsFromChanging() throws SQLException {
        String table =
                "CREATE TABLE t (id int PRIMARY KEY, d date NOT NULL DEFAULT '0000-00-00', e datetime NULL, n %s)";
        execute(
                "SET SESSION sql_mode = ''",
                table.formatted("int"),
                "INSERT INTO t VALUES (1, '0000-00-00', '2024-00-10', 3)");
        SchemaDiff diff = to("SET SESSION sql_mode = ''", table.formatted("bigint"));
        execute("SET SESSION sql_mode = 'TRADITIONAL'");
        run(plan(diff), diff);
        assertThat(query("SELECT concat(d, ' ', e, ' ', n) FROM t"))
                .containsExactly("0000-00-00 2024-00-10 00:00:00 3");
    }

    @Test
    void aKeyOfZeroStaysWhereKeysAreCountedUp() throws SQLException {
        execute("CREATE TABLE t (id int PRIMARY KEY, n int)", "INSERT INTO t VALUES (0, 5), (1, 6)");
        SchemaDiff diff = to("CREATE TABLE t (id int AUTO_INCREMENT PRIMARY KEY, n int)");
        for (Plan plan : List.of(plan(diff), Plan.of(diff, online()))) {
            run(plan, diff);
            assertThat(query("SELECT concat(id, ' ', n) FROM t ORDER BY id")).containsExactly("0 5", "1 6");
            undo(plan, diff);
        }
    }
}
