package dev.dataflow.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.diff.RenameHints;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.schema.Column;
import java.sql.SQLException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks that MariaDB keeps with columns, as it does for JSON, come, stay and go with what says their columns. */
class MySqlColumnChecksTest extends PlannedTest {

    @BeforeEach
    void mariaDb() {
        Assumptions.assumeTrue(engine == DatabaseEngine.MARIADB, "it alone keeps checks with columns");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a json | a text
                    a text | a json
                    a longtext | a json
                    a json | a json NOT NULL
                    a json NOT NULL | a json
                    a json | a json DEFAULT '{}'
                    a json DEFAULT '{}' | a json
                    a json | a json COMMENT 'x'
                    a json | b json, a int
                    a int, b json | a json, b int
                    a json | b int
                    b int | a json
                    b int | a json DEFAULT '{}'
                    b int | a json NOT NULL DEFAULT '{}'
                    a int CHECK (a > 0) | a bigint CHECK (a > 0)
                    a int CHECK (a > 0) | a int CHECK (a > 1)
                    a int CHECK (a > 0) | a bigint NOT NULL
                    a varchar(9) CHECK (a <> '') | a varchar(20) CHECK (a <> '')
                    a int, b json | a int CHECK (a IS NULL), b json
                    a int CHECK (a > 0) | b int CHECK (b > 0), a json
                    """)
    void followTheirColumns(String from, String to) throws SQLException {
        for (boolean online : new boolean[] {false, true}) {
            execute("CREATE TABLE t (id int PRIMARY KEY, " + from + ")");
            SchemaDiff diff = dropping(to("CREATE TABLE t (id int PRIMARY KEY, " + to + ") COMMENT = 'other'"));
            Plan plan = online ? Plan.of(diff, online()) : plan(diff);
            run(plan, diff);
            undo(plan, diff);
            execute("DROP TABLE t");
        }
    }

    @Test
    void stayWhenColumnsAndTablesAreRenamed() throws SQLException {
        for (boolean online : new boolean[] {false, true}) {
            execute(
                    "CREATE TABLE t (id int PRIMARY KEY, a json, b int CHECK (b > 0), c int CHECK (id > 0))",
                    "INSERT INTO t VALUES (1, '[1]', 2, 3)");
            SchemaDiff found = to(
                    "CREATE TABLE u (id int PRIMARY KEY, x json NOT NULL, y int CHECK (y > 0), z int CHECK (id > 0))");
            RenameHints hints = RenameHints.NONE
                    .table("t", "u")
                    .column("t", "a", "x")
                    .column("t", "b", "y")
                    .column("t", "c", "z");
            SchemaDiff diff = SchemaDiff.of(found.before(), found.after(), hints);
            Plan plan = online ? Plan.of(diff, online()) : plan(diff);
            run(plan, diff);
            assertThat(query("SELECT concat(id, x, y, z) FROM u")).containsExactly("1[1]23");
            undo(plan, diff);
            execute("DROP TABLE t");
        }
    }

    @Test
    void holdForRowsThatGetAValue() throws SQLException {
        execute("CREATE TABLE t (id int PRIMARY KEY)", "INSERT INTO t VALUES (1)");
        SchemaDiff diff = to("CREATE TABLE t (id int PRIMARY KEY, a json NOT NULL)");
        Plan plan = Plan.of(diff, online().withValue("t", "a", "'[]'"));
        run(plan, diff);
        assertThat(query("SELECT a FROM t")).containsExactly("[]");
        undo(plan, diff);
    }

    /** No column that goes is another by a new name. */
    private static SchemaDiff dropping(SchemaDiff diff) {
        RenameHints hints = RenameHints.NONE;
        for (Column column : diff.before().table("t").orElseThrow().columns()) {
            if (diff.after().table("t").orElseThrow().column(column.name()).isEmpty()) {
                hints = hints.dropColumn("t", column.name());
            }
        }
        return SchemaDiff.of(diff.before(), diff.after(), hints);
    }
}
