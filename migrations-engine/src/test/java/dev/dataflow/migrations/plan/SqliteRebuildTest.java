package dev.dataflow.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.diff.RenameHints;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.reader.SchemaReader;
import dev.dataflow.migrations.schema.ServerVersion;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.testing.TestDatabases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a table of SQLite keeps when it is made anew. */
class SqliteRebuildTest {

    private static final SchemaReader READER = new SchemaReader(DatabaseEngine.SQLITE);

    @Test
    void noRowGoesWhereATableLeavesOutConflictingOnes() throws SQLException {
        for (String conflict : List.of("REPLACE", "IGNORE")) {
            try (TestDatabase database = TestDatabases.create(Engine.SQLITE);
                    Connection connection = database.connect()) {
                execute(
                        connection,
                        "CREATE TABLE x (a TEXT, b TEXT, UNIQUE (a) ON CONFLICT " + conflict + ")",
                        "INSERT INTO x VALUES ('A', 'one'), ('a', 'two')");
                Plan plan = to(
                        connection,
                        "CREATE TABLE x (a TEXT COLLATE NOCASE, b TEXT, UNIQUE (a) ON CONFLICT " + conflict + ")");
                assertThatThrownBy(() -> new PlanRun(connection).run(plan)).hasMessageContaining("UNIQUE");
                assertThat(texts(connection, "SELECT b FROM x ORDER BY b")).containsExactly("one", "two");
            }
        }
    }

    @Test
    void aNewConstraintThatIgnoresLeavesOutNoRow() throws SQLException {
        try (TestDatabase database = TestDatabases.create(Engine.SQLITE);
                Connection connection = database.connect()) {
            execute(connection, "CREATE TABLE x (a TEXT, b TEXT)", "INSERT INTO x VALUES (NULL, 'one'), ('a', 'two')");
            Plan plan = to(connection, "CREATE TABLE x (a TEXT NOT NULL ON CONFLICT IGNORE, b TEXT CHECK (b <> ''))");
            assertThatThrownBy(() -> new PlanRun(connection).run(plan)).hasMessageContaining("NOT NULL");
            assertThat(texts(connection, "SELECT b FROM x ORDER BY b")).containsExactly("one", "two");
        }
    }

    @Test
    void rowsKeepTheNumbersThatFullTextSearchKnowsThemBy() throws SQLException {
        try (TestDatabase database = TestDatabases.create(Engine.SQLITE);
                Connection connection = database.connect()) {
            String search = "CREATE VIRTUAL TABLE search USING fts5(text, content='notes')";
            execute(
                    connection,
                    "CREATE TABLE notes (code TEXT PRIMARY KEY, text TEXT)",
                    "CREATE TABLE marks (rowid TEXT, mark TEXT)",
                    search,
                    "INSERT INTO notes VALUES ('a', 'first'), ('b', 'second'), ('c', 'third')",
                    "INSERT INTO marks VALUES ('x', 'one'), ('y', 'two')",
                    "DELETE FROM marks WHERE mark = 'one'",
                    "DELETE FROM notes WHERE code = 'a'",
                    "INSERT INTO search (search) VALUES ('rebuild')");
            Plan plan = to(
                    connection,
                    "CREATE TABLE notes (code TEXT PRIMARY KEY, text TEXT CHECK (text <> ''))",
                    "CREATE TABLE marks (rowid TEXT, mark TEXT CHECK (mark <> ''))",
                    search);
            new PlanRun(connection).run(plan);
            assertThat(texts(connection, "SELECT code || rowid FROM notes ORDER BY code"))
                    .containsExactly("b2", "c3");
            assertThat(texts(connection, "SELECT rowid || _rowid_ || mark FROM marks"))
                    .containsExactly("y2two");
            assertThat(texts(connection, "SELECT text FROM search WHERE search MATCH 'third'"))
                    .containsExactly("third");
        }
    }

    @Test
    void columnsWithOtherNamesKeepTheirValuesAndGivenOnesReplaceNullsOnly() throws SQLException {
        try (TestDatabase database = TestDatabases.create(Engine.SQLITE);
                Connection connection = database.connect()) {
            execute(
                    connection,
                    "CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT, n INTEGER)",
                    "INSERT INTO t (id, a, n) VALUES (1, 'x', 7), (2, 'y', NULL), (9, 'z', 1)",
                    "DELETE FROM t WHERE id = 9");
            SchemaDiff plain = diff(
                    connection,
                    "CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, b TEXT, n INTEGER NOT NULL CHECK (n > 0))");
            SchemaDiff diff = SchemaDiff.of(plain.before(), plain.after(), RenameHints.NONE.column("t", "a", "b"));
            new PlanRun(connection)
                    .run(Plan.of(
                            diff,
                            PlanOptions.plain(ServerVersion.oldest(DatabaseEngine.SQLITE))
                                    .withValue("t", "n", "length(b) + 1")));
            execute(connection, "INSERT INTO t (b, n) VALUES ('new', 3)");
            assertThat(texts(connection, "SELECT id || b || n FROM t ORDER BY id"))
                    .containsExactly("1x7", "2y2", "10new3");
        }
    }

    @Test
    void tablesBecomeOnesWithoutNumbersAndBack() throws SQLException {
        try (TestDatabase database = TestDatabases.create(Engine.SQLITE);
                Connection connection = database.connect()) {
            String numbered = "CREATE TABLE t (k TEXT PRIMARY KEY NOT NULL, n INT)";
            String down = "CREATE TABLE d (id INTEGER PRIMARY KEY DESC, n INT%s)";
            execute(
                    connection,
                    numbered,
                    String.format(down, ""),
                    "INSERT INTO t VALUES ('a', 1)",
                    "INSERT INTO d (rowid, id) VALUES (5, 70), (6, 60)");
            SchemaDiff diff = diff(connection, numbered + " WITHOUT ROWID", String.format(down, " CHECK (n > 0)"));
            Plan plan = Plan.of(diff);
            PlanRun run = new PlanRun(connection);
            run.run(plan);
            assertThat(SchemaDiff.of(READER.read(connection), diff.after()).changes())
                    .isEmpty();
            assertThat(texts(connection, "SELECT rowid || id FROM d ORDER BY id"))
                    .containsExactly("660", "570");
            run.undo(plan);
            assertThat(texts(connection, "SELECT k || n FROM t")).containsExactly("a1");
            assertThat(texts(connection, "SELECT rowid || id FROM d ORDER BY id"))
                    .containsExactly("660", "570");
        }
    }

    /** What goes last takes down what mentions the table, and puts it back itself. */
    @Test
    void whatMentionsATableComesBackWhenAColumnGoesLast() throws SQLException {
        try (TestDatabase database = TestDatabases.create(Engine.SQLITE);
                Connection connection = database.connect()) {
            String[] around = {
                "CREATE VIEW few AS SELECT id FROM t",
                "CREATE VIEW fewer AS SELECT id FROM few WHERE id > 1",
                "CREATE TABLE log (n INT)",
                "CREATE TRIGGER seen AFTER INSERT ON log BEGIN UPDATE t SET n = NEW.n; END"
            };
            execute(connection, "CREATE TABLE t (id INTEGER PRIMARY KEY, n INT, old TEXT UNIQUE)");
            execute(connection, around);
            execute(connection, "INSERT INTO t VALUES (1, 1, 'a'), (2, 2, 'b')");
            String[] wanted = new String[around.length + 1];
            wanted[0] = "CREATE TABLE t (id INTEGER PRIMARY KEY, n INT)";
            System.arraycopy(around, 0, wanted, 1, around.length);
            SchemaDiff diff = diff(connection, wanted);
            Plan plan = Plan.of(diff);
            assertThat(plan.steps()).extracting(Step::phase).containsOnly(Phase.CONTRACT);
            PlanRun run = new PlanRun(connection);
            run.run(plan);
            assertThat(SchemaDiff.of(READER.read(connection), diff.after()).changes())
                    .isEmpty();
            execute(connection, "INSERT INTO log VALUES (8)");
            assertThat(texts(connection, "SELECT t.id || n FROM fewer JOIN t ON t.id = fewer.id"))
                    .containsExactly("28");
            run.undo(plan);
            assertThat(SchemaDiff.of(READER.read(connection), diff.before()).changes())
                    .isEmpty();
        }
    }

    @Test
    void conditionsMayNameTheirOwnTable() throws SQLException {
        try (TestDatabase database = TestDatabases.create(Engine.SQLITE);
                Connection connection = database.connect()) {
            String checks = "CHECK (\"Order\".a > 0 AND [order] . b <> 'Order.a')";
            execute(
                    connection,
                    "CREATE TABLE \"Order\" (a INT " + checks + ", b TEXT)",
                    "INSERT INTO \"Order\" VALUES (1, 'x')");
            SchemaDiff diff = diff(
                    connection,
                    "CREATE TABLE \"Order\" (a INT NOT NULL " + checks + ", b TEXT CHECK (b <> ''), c INT AS (a * 2))");
            new PlanRun(connection).run(Plan.of(diff));
            assertThat(texts(connection, "SELECT a || b || c FROM \"Order\"")).containsExactly("1x2");
            assertThat(SchemaDiff.of(READER.read(connection), diff.after()).changes())
                    .isEmpty();
        }
    }

    @Test
    void rowsThatPointedNowhereBeforeDoNotKeepAPlanFromRunning() throws SQLException {
        try (TestDatabase database = TestDatabases.create(Engine.SQLITE);
                Connection connection = database.connect()) {
            String children = "CREATE TABLE c (id INTEGER PRIMARY KEY, p INT REFERENCES p (id), q INT%s)";
            execute(
                    connection,
                    "PRAGMA foreign_keys = OFF",
                    "CREATE TABLE p (id INTEGER PRIMARY KEY, n INT)",
                    children.formatted(""),
                    "INSERT INTO p VALUES (1, 1)",
                    "INSERT INTO c VALUES (1, 1, 8), (2, 9, 9)");
            SchemaDiff diff = diff(
                    connection, "CREATE TABLE p (id INTEGER PRIMARY KEY, n INT CHECK (n > 0))", children.formatted(""));
            Plan plan = Plan.of(diff);
            new PlanRun(connection).run(plan);
            new PlanRun(connection).undo(plan);
            Plan orphans = to(
                    connection,
                    "CREATE TABLE p (id INTEGER PRIMARY KEY, n INT)",
                    children.formatted(" REFERENCES p (id)"));
            assertThatThrownBy(() -> new PlanRun(connection).run(orphans))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("foreign_key_check");
            assertThat(texts(connection, "SELECT sql FROM sqlite_temp_schema")).isEmpty();
        }
    }

    @Test
    void aUniqueConstraintMayDoSomethingElseOnAConflict() throws SQLException {
        try (TestDatabase database = TestDatabases.create(Engine.SQLITE);
                Connection connection = database.connect()) {
            execute(
                    connection,
                    "CREATE TABLE x (a TEXT UNIQUE ON CONFLICT REPLACE, b TEXT)",
                    "INSERT INTO x VALUES ('a', 'one')");
            SchemaDiff diff = diff(connection, "CREATE TABLE x (a TEXT UNIQUE ON CONFLICT IGNORE, b TEXT)");
            new PlanRun(connection).run(Plan.of(diff));
            assertThat(SchemaDiff.of(READER.read(connection), diff.after()).changes())
                    .isEmpty();
        }
    }

    private static Plan to(Connection connection, String... statements) throws SQLException {
        return Plan.of(diff(connection, statements));
    }

    private static SchemaDiff diff(Connection connection, String... statements) throws SQLException {
        try (TestDatabase other = TestDatabases.create(Engine.SQLITE);
                Connection wanted = other.connect()) {
            execute(wanted, statements);
            return SchemaDiff.of(READER.read(connection), READER.read(wanted));
        }
    }

    private static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
