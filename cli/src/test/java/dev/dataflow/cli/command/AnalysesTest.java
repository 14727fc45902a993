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
    private void want(String change) throws SQLException {
        String wanted = run("wanted.db", SHOP);
        run("wanted.db", List.of(change));
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
    void tablesOfWhichNobodyPointsToAreNotSpokenOf() throws SQLException {
        want("ALTER TABLE events ADD COLUMN name TEXT");
        assertThat(plan().out()).doesNotContain("Foreign keys", "keep its old name");
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
                    .contains("How events can be log", "contract: drop the view", "CREATE VIEW");
        }
        assertThat(plan("--rename", "events=log", "-v").out()).contains("    CREATE VIEW \"events\" AS SELECT");
    }
}
