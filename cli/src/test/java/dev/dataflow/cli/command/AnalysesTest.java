package dev.dataflow.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a plan's report says of foreign keys, and of tables that get other names. */
class AnalysesTest {

    private static final List<String> SHOP = List.of(
            "CREATE TABLE users (id INTEGER PRIMARY KEY) STRICT",
            "CREATE TABLE orders (id INTEGER PRIMARY KEY, user_id INTEGER REFERENCES users (id) ON DELETE CASCADE) STRICT",
            "CREATE TABLE lines (id INTEGER PRIMARY KEY, order_id INTEGER REFERENCES orders (id) ON DELETE CASCADE) STRICT",
            "CREATE INDEX ix_lines_order ON lines (order_id)",
            "CREATE TABLE events (id INTEGER PRIMARY KEY) STRICT",
            "INSERT INTO users VALUES (1), (2)",
            "INSERT INTO orders VALUES (1, 1), (2, 1), (3, 2)",
            "INSERT INTO lines VALUES (1, 1), (2, 1), (3, 2), (4, 3)");

    @TempDir
    private Path folder;

    private String url;

    @BeforeEach
    void createShop() throws SQLException {
        url = run("shop.db", SHOP);
    }

    private String run(String file, List<String> statements) throws SQLException {
        String database = "jdbc:sqlite:" + folder.resolve(file);
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        return database;
    }

    /** The shop as it is to be. */
    private void want(String... changes) throws SQLException, IOException {
        Files.deleteIfExists(folder.resolve("wanted.db"));
        String wanted = run("wanted.db", SHOP);
        run("wanted.db", List.of(changes));
        assertThat(Call.of(folder, "db", "snapshot", "--url", wanted, "--out", "wanted.json")
                        .exit())
                .isZero();
    }

    private Call plan(String... more) {
        String[] arguments = new String[more.length + 6];
        System.arraycopy(new String[] {"migrate", "plan", "--url", url, "--to", "wanted.json"}, 0, arguments, 0, 6);
        System.arraycopy(more, 0, arguments, 6, more.length);
        return Call.of(folder, arguments);
    }

    @Test
    void whatDeletesTakeAlongIsCountedAndKeysWithoutAnIndexAreNamed() throws SQLException, IOException {
        want("ALTER TABLE users ADD COLUMN name TEXT");
        Call call = plan("--report", "plan.html", "--report", "plan.md");
        assertThat(call.out()).contains("""

                Foreign keys, when it has run:
                  ▪ delete from users: rows along: at most 7
                    ▪ orders by user_id: rows go, rows: at most 3
                      ▪ lines by order_id: rows go, rows: at most 4
                  ▪ unindexed: user_id of orders (user_id) → users (id): deletes in users read all of orders
                """);
        for (String file : List.of("plan.html", "plan.md")) {
            assertThat(Files.readString(folder.resolve(file)).replace("\\_", "_"))
                    .contains("Foreign keys, when it has run", "rows along: at most 7", "unindexed: user_id of orders");
        }
        JsonNode keys =
                JsonMapper.shared().readTree(plan("--format", "json").out()).at("/report/keys");
        assertThat(keys.at("/reaches/0/dependants/0/name").asString()).isEqualTo("orders by user_id");
        assertThat(keys.get("findings")).hasSize(1);
    }

    @Test
    void tablesOfWhichNobodyPointsToAreNotSpokenOf() throws SQLException, IOException {
        want("ALTER TABLE events ADD COLUMN name TEXT");
        assertThat(plan().out()).doesNotContain("Foreign keys", "keep its old name");
    }

    @Test
    void circlesSayWhereRowsCanBegin() throws SQLException, IOException {
        want(
                "CREATE TABLE heads (id INTEGER PRIMARY KEY, team_id INTEGER NOT NULL REFERENCES teams (id)) STRICT",
                "CREATE TABLE teams (id INTEGER PRIMARY KEY, head_id INTEGER REFERENCES heads (id)) STRICT",
                "CREATE TABLE eggs (id INTEGER PRIMARY KEY, hen_id INTEGER NOT NULL REFERENCES hens (id)) STRICT",
                "CREATE TABLE hens (id INTEGER PRIMARY KEY, egg_id INTEGER NOT NULL REFERENCES eggs (id)) STRICT",
                "CREATE TABLE parts (id INTEGER PRIMARY KEY, whole_id INTEGER REFERENCES parts (id)) STRICT");
        Call call = plan("--report", "plan.html", "--report", "plan.md");
        assertThat(call.out())
                .contains(
                        "  ▪ circle: eggs, hens: no statement can write a first row alone\n",
                        "  ▪ circle: heads, teams: rows begin at teams (head_id) → heads (id)\n",
                        "  ▪ unindexed: whole_id of parts (whole_id) → parts (id): deletes in parts read all of parts\n")
                .doesNotContain("circle: parts");
        for (String file : List.of("plan.html", "plan.md")) {
            assertThat(Files.readString(folder.resolve(file)).replace("\\_", "_"))
                    .contains("circle: eggs, hens", "rows begin at teams (head_id)");
        }
    }

    @Test
    void circlesOfOtherTablesAreNotSpokenOf() throws SQLException, IOException {
        String[] circle = {
            "CREATE TABLE heads (id INTEGER PRIMARY KEY, team_id INTEGER REFERENCES teams (id)) STRICT",
            "CREATE TABLE teams (id INTEGER PRIMARY KEY, head_id INTEGER REFERENCES heads (id)) STRICT"
        };
        run("shop.db", List.of(circle));
        want(circle[0], circle[1], "ALTER TABLE events ADD COLUMN name TEXT");
        assertThat(plan().out()).contains("events.name: add column").doesNotContain("circle", "unindexed");
    }

    @Test
    void deletesThatAreOnlyRefusedAreNotFollowedAndOthersSayWhatStopsThem() throws SQLException, IOException {
        String notes = "CREATE TABLE notes (id INTEGER PRIMARY KEY, line_id INTEGER REFERENCES lines (id)) STRICT";
        run("shop.db", List.of(notes, "INSERT INTO notes VALUES (1, 1), (2, 2)"));
        want(notes, "ALTER TABLE lines ADD COLUMN name TEXT");
        assertThat(plan().out())
                .contains("unindexed: line_id of notes (line_id) → lines (id): deletes in lines read all of notes")
                .doesNotContain("delete from lines");
        want(notes, "ALTER TABLE orders ADD COLUMN name TEXT");
        Call call = plan("--report", "plan.html", "--report", "plan.md");
        assertThat(call.out()).contains("""
                  ▪ delete from orders: rows along: at most 4
                    ▪ lines by order_id: rows go, rows: at most 4
                      ▪ notes by line_id: refused (FOREIGN KEY constraint failed): while rows point there, rows: at most 2
                """);
        for (String file : List.of("plan.html", "plan.md")) {
            assertThat(Files.readString(folder.resolve(file)).replace("\\_", "_"))
                    .contains("notes by line_id", "refused (FOREIGN KEY constraint failed)");
        }
    }

    @Test
    void newTablesHaveNoRowsThatDeletesTakeAlong() throws SQLException, IOException {
        want(
                "CREATE TABLE visits (id INTEGER PRIMARY KEY, user_id INTEGER REFERENCES users (id) ON DELETE CASCADE)"
                        + " STRICT",
                "CREATE TABLE guests (id INTEGER PRIMARY KEY, visit_id INTEGER REFERENCES visits (id)"
                        + " ON DELETE SET NULL) STRICT",
                "ALTER TABLE users ADD COLUMN name TEXT");
        assertThat(plan().out())
                .contains(
                        "  ▪ delete from users: rows along: at most 7\n",
                        "    ▪ visits by user_id: rows go, rows: at most 0\n",
                        "  ▪ delete from visits: rows along: at most 0\n",
                        "    ▪ guests by visit_id: rows change: set to NULL, rows: at most 0\n",
                        "  ▪ unindexed: visit_id of guests (visit_id) → visits (id): deletes in visits read all of guests");
    }

    @Test
    void rowsOfWhichNobodyKnowsHowManyAreUnknown() throws SQLException, IOException {
        want("ALTER TABLE users ADD COLUMN name TEXT");
        assertThat(Call.of(folder, "db", "snapshot", "--url", url, "--out", "now.json")
                        .exit())
                .isZero();
        assertThat(Call.of(folder, "migrate", "plan", "--from", "now.json", "--to", "wanted.json")
                        .out())
                .contains(
                        "  ▪ delete from users: rows along: unknown\n",
                        "    ▪ orders by user_id: rows go, rows: unknown\n");
    }

    @Test
    void tablesThatWereNotMeasuredAreNamedTogetherWhereAsMuchIsUnknown() throws SQLException, IOException {
        want("ALTER TABLE users ADD COLUMN name TEXT", "ALTER TABLE events ADD COLUMN name TEXT");
        assertThat(plan().out())
                .contains("Unknown, and counted as large: traffic of events, users (SQLite does not tell).");
    }

    @Test
    void aNameThatIsNotFreeYetIsSaid() throws SQLException, IOException {
        run("shop.db", List.of("CREATE VIEW log AS SELECT id FROM users"));
        want("ALTER TABLE events RENAME TO log");
        Call call = plan("--rename", "events=log", "--report", "plan.html", "--report", "plan.md");
        assertThat(call.out()).contains("drop view log", """
                        How events can be log and keep its old name for a while:
                          ▪ table `events` cannot get the name `log`: the schema has something of that name

                        """).doesNotContain("between expand and contract");
        for (String file : List.of("plan.html", "plan.md")) {
            assertThat(folder.resolve(file)).content().contains("cannot get the name");
        }
    }

    @Test
    void aTableThatGetsAnotherNameCanHaveBoth() throws SQLException, IOException {
        want("ALTER TABLE events RENAME TO log");
        Call call = plan("--rename", "events=log", "--report", "plan.html", "--report", "plan.md");
        assertThat(call.out()).contains("""

                How events can be log and keep its old name for a while:
                  ▪ expand: rename the table; views, triggers and foreign keys follow
                  ▪ expand: create a view of the old name, with triggers that write to the table
                  ▪ contract: drop the view
                  ▪ between expand and contract programs change from events to log; both take the place of this plan's step
                """);
        for (String file : List.of("plan.html", "plan.md")) {
            assertThat(folder.resolve(file))
                    .content()
                    .contains("How events can be log", "contract: drop the view", "CREATE VIEW")
                    .containsPattern("(?s)Undo.*DROP VIEW .*events");
        }
        assertThat(plan("--rename", "events=log", "-v").out()).contains("    CREATE VIEW \"events\" AS SELECT");
    }
}
