package dev.dataflow.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.migrations.planfile.PlanFile;
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

/** What commands say of risk: of a plan that drops a column with values, and of SQL in files. */
class JudgingTest {

    @TempDir
    private Path folder;

    private String url;

    @BeforeEach
    void createShop() throws SQLException {
        run("wanted.db", "CREATE TABLE users (id INTEGER PRIMARY KEY) STRICT");
        assertThat(call("db", "snapshot", "--url", "jdbc:sqlite:" + folder.resolve("wanted.db"), "--out", "wanted.json")
                        .exit())
                .isZero();
        url = run("shop.db", "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT) STRICT");
        run("shop.db", "INSERT INTO users VALUES (1, 'Ann'), (2, 'Bob'), (3, NULL)");
    }

    private String run(String file, String sql) throws SQLException {
        String database = "jdbc:sqlite:" + folder.resolve(file);
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        return database;
    }

    private Call call(String... arguments) {
        return Call.of(folder, arguments);
    }

    private Call plan(String... more) {
        String[] arguments = new String[more.length + 6];
        System.arraycopy(new String[] {"migrate", "plan", "--url", url, "--to", "wanted.json"}, 0, arguments, 0, 6);
        System.arraycopy(more, 0, arguments, 6, more.length);
        return call(arguments);
    }

    @Test
    void risksAreShownAndJudgedOnlyWhenThatIsAsked() {
        Call shown = plan();
        assertThat(shown.exit()).isZero();
        assertThat(shown.out())
                .contains("users.name: drop column", "contract", "loses the values of users.name", "drop-column]")
                .contains("✔ allowed, risk CRITICAL");
        assertThat(plan("--fail-on", "critical").exit()).isEqualTo(1);
        Call judged = plan("--max-risk", "low");
        assertThat(judged.exit()).isIn(3, 4);
        assertThat(judged.out()).contains("if that is meant: --allow drop-column:users.name");
        assertThat(plan("--max-risk", "low", "--allow", "drop-column:users.name")
                        .exit())
                .isZero();
        Call unused = plan("--allow", "drop-column:users.nam");
        assertThat(unused.exit()).isEqualTo(2);
        assertThat(unused.errors()).startsWith("error[DF-338]: ");
        assertThat(plan("--max-risk", "hihg").errors()).startsWith("error[DF-006]: `--max-risk` cannot be `hihg`");
    }

    @Test
    void factsAreCountedAndSaidWithTheirSource() {
        JsonNode report = JsonMapper.shared().readTree(plan("--format", "json").out());
        JsonNode step = report.at("/report/steps/0");
        assertThat(step.get("rows").asString()).isEqualTo("3");
        assertThat(step.get("risk").asString()).isEqualTo("CRITICAL");
        assertThat(step.get("points").toString()).contains("data loss", "SELECT");
        assertThat(report.at("/report/target/version").asString()).startsWith("3.");
    }

    @Test
    void howLongStepsTakeIsSaidAsFarAsItIsKnown() throws SQLException {
        assertThat(plan().out()).containsPattern("drop column +the file's one writer +writes all rows +< 1 s +3 ");
        run(
                "shop.db",
                "WITH RECURSIVE n(i) AS (SELECT 4 UNION ALL SELECT i + 1 FROM n WHERE i < 300000)"
                        + " INSERT INTO users SELECT i, 'a name that is not short ' || i FROM n");
        JsonNode time =
                JsonMapper.shared().readTree(plan("--format", "json").out()).at("/report/steps/0/time");
        assertThat(time.get("mostMillis").asLong())
                .isGreaterThan(time.get("leastMillis").asLong());
        assertThat(time.get("source").asString()).containsPattern("reading [0-9,]+ of 300,000 rows took [0-9.]+ s");
        assertThat(call("db", "snapshot", "--url", url, "--out", "now.json").exit())
                .isZero();
        assertThat(call("migrate", "plan", "--from", "now.json", "--to", "wanted.json")
                        .out())
                .containsPattern("writes all rows +unknown +unknown ");
    }

    @Test
    void whatWasNotMeasuredIsSaidOnceAndCountsAsLarge() {
        assertThat(call("db", "snapshot", "--url", url, "--out", "now.json").exit())
                .isZero();
        Call offline = call("migrate", "plan", "--from", "now.json", "--to", "wanted.json");
        assertThat(offline.out())
                .contains("; users: size and traffic unknown; ")
                .endsWith("  Unknown, and counted as large: rows, size, traffic of users (no database was asked).\n")
                .doesNotContain("unknown rows", "writes unknown");
        assertThat(plan().out())
                .contains("users: 3 rows, 0.0 MB, traffic unknown; ")
                .endsWith("  Unknown, and counted as large: traffic of users (SQLite does not tell).\n");
    }

    @Test
    void phasesAreParts() {
        assertThat(plan("--phase", "expand").out()).contains("✔ nothing to change");
        assertThat(plan("--phase", "contract").out()).contains("users.name: drop column");
        assertThat(plan("--phase", "expnd").errors()).contains("write `expand`");
    }

    @Test
    void rowsThatAreThereGetValues() throws SQLException, IOException {
        run("valued.db", "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT, \"a=b\" TEXT NOT NULL) STRICT");
        call("db", "snapshot", "--url", "jdbc:sqlite:" + folder.resolve("valued.db"), "--out", "wanted.json");
        assertThat(plan("--online").errors()).contains("error[DF-331]", "`users.a=b`", "`--value`");
        Call call = plan("--online", "--value", "users.\"a=b\"=coalesce(name, 'x=y')", "--out", "plan.json");
        assertThat(call.exit()).isZero();
        assertThat(PlanFile.read(Files.readString(folder.resolve("plan.json")))
                        .steps()
                        .toString())
                .contains("coalesce(name, 'x=y')");
        assertThat(plan("--value", "users.nme='x'").errors()).contains("error[DF-332]");
        for (String wrong : List.of("users.name", "name='x'", "users.name=", "a.b.c=1", "\"users.name=1")) {
            assertThat(plan("--value", wrong).errors()).contains("error[DF-006]: `--value " + wrong);
        }
    }

    @Test
    void whatKeepsNewProgramsFromInsertingIsSaid() throws SQLException {
        url = run(
                "needy.db",
                "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT NOT NULL, age INT NOT NULL DEFAULT 1) STRICT");
        assertThat(plan("--phase", "expand").out())
                .contains(
                        "✔ nothing to change",
                        "  users.name may not be NULL, has no default, and goes in the contract phase")
                .doesNotContain("users.age");
        assertThat(plan("--phase", "contract").out()).doesNotContain("may not be NULL");
        assertThat(plan().out()).doesNotContain("may not be NULL");
    }

    @Test
    void plansAreKeptLookedAtAndComparedWith() throws IOException, SQLException {
        Files.createDirectory(folder.resolve("sql"));
        Call kept = plan("--out", "plan.json", "--out", "sql", "--sql-version", "7", "--name", "drop-name");
        assertThat(kept.errors()).contains("written: plan.json", "written: sql/V7__drop-name.sql");
        assertThat(folder.resolve("sql/V7__drop-name.sql")).content().contains("name");
        Call looked = call("migrate", "lint", "plan.json", "--fail-on", "low");
        assertThat(looked.exit()).isEqualTo(1);
        assertThat(looked.out()).contains("drop-column]", "The risk is what was found when the plan was made.");
        assertThat(call("db", "drift", "--url", url, "--against", "plan.json").out())
                .contains("is as plan.json starts from");
        run("shop.db", "ALTER TABLE users DROP COLUMN name");
        assertThat(call("db", "drift", "--url", url, "--against", "plan.json").out())
                .contains("is as plan.json leaves it");
        run("shop.db", "ALTER TABLE users ADD COLUMN hotfix TEXT");
        assertThat(call("db", "drift", "--url", url, "--against", "plan.json").exit())
                .isEqualTo(6);
        assertThat(plan("--out", "nowhere").errors()).contains("`--out nowhere` is neither a plan nor a folder");
        assertThat(plan("--sql-version", "7").errors()).contains("--sql-version has nothing to do here");
    }

    @Test
    void filesOfAnEarlierPlanAreNotMixedWithThoseOfThisOne() throws IOException {
        Path sql = Files.createDirectory(folder.resolve("sql"));
        String[] keep = {"--out", "sql", "--sql-version", "7"};
        for (String other : List.of("V7.2__plan.sql", "V7__other.sql", "V7__plan.sql.conf")) {
            Files.writeString(sql.resolve(other), "");
            Call refused = plan(keep);
            assertThat(refused.exit()).isEqualTo(2);
            assertThat(refused.errors())
                    .contains("error[DF-006]", "`sql` has files of this version", "`" + other + "`");
            Files.delete(sql.resolve(other));
        }
        for (String other : List.of("V7.2__else.sql", "V70__plan.sql", "V6__plan.sql", "R__plan.sql", "V7.sql")) {
            Files.writeString(sql.resolve(other), "");
        }
        assertThat(plan(keep).errors()).contains("written: sql/V7__plan.sql");
        assertThat(plan(keep).errors()).contains("`V7__plan.sql`, `V7__plan.sql.conf`");
    }

    @Test
    void onePolicyServesBothPhases() {
        for (String phase : List.of("expand", "contract")) {
            assertThat(plan("--phase", phase, "--allow", "drop-column:users.name")
                            .exit())
                    .isZero();
            assertThat(plan("--phase", phase, "--allow", "drop-column:users.other")
                            .errors())
                    .startsWith("error[DF-338]: ");
        }
    }

    @Test
    void theRiskIsKeptWithThePlanAndIsWhatLintSays() throws IOException {
        JsonNode made = report(plan("--out", "plan.json", "--format", "json"));
        PlanFile file = PlanFile.read(Files.readString(folder.resolve("plan.json")));
        assertThat(file.risk().score()).isEqualTo(made.at("/verdict/score").asInt());
        JsonNode looked = report(call("migrate", "lint", "plan.json", "--format", "json"));
        assertThat(looked.get("findings")).isNotEmpty().isEqualTo(made.get("findings"));
        assertThat(looked.at("/steps/0/points")).isEqualTo(made.at("/steps/0/points"));

        PlanFile bare = new PlanFile(
                file.engine(),
                file.version(),
                file.before(),
                file.after(),
                file.models(),
                file.schema(),
                file.groups(),
                null);
        Files.writeString(folder.resolve("bare.json"), bare.write());
        Call anew = call("migrate", "lint", "bare.json");
        assertThat(anew.exit()).isEqualTo(1);
        assertThat(anew.out()).contains("drop-column]", "No database was asked").doesNotContain("2 values", "SELECT");
        assertThat(call("migrate", "lint", "plan.json", "--server-version", "3.99")
                        .out())
                .as("the risk on another server is another")
                .contains("No database was asked");
    }

    private static JsonNode report(Call call) {
        return JsonMapper.shared().readTree(call.out()).get("report");
    }

    @Test
    void filesOfSqlAreLookedAtWithoutADatabase() throws IOException {
        Files.writeString(
                folder.resolve("V1.sql"),
                "SET lock_timeout = '5s';\nCREATE TABLE fresh (id bigint);\nCREATE INDEX i ON users (name);\n\nDROP TABLE old;\n");
        String[] lint = {"migrate", "lint", "V1.sql", "--engine", "postgresql", "--server-version", "17"};
        Call call = call(lint);
        assertThat(call.exit()).isEqualTo(1);
        assertThat(call.out()).contains("create-index] V1.sql:3: ", "drop-table] V1.sql:5: ", "fix: ");
        assertThat(call.out()).doesNotContain("V1.sql:2:");
        assertThat(call("migrate", "lint", "V1.sql", "--engine", "postgresql", "--format", "github")
                        .out())
                .contains("::error file=V1.sql,line=5,");
        assertThat(call("migrate", "lint", "./V1.sql", "--engine", "postgresql", "--format", "github")
                        .out())
                .contains("::error file=V1.sql,line=5,");
        Path elsewhere = Files.writeString(Files.createTempFile("dataflow", ".sql"), "DROP TABLE old;");
        assertThat(call("migrate", "lint", elsewhere.toString(), "--engine", "postgresql", "--format", "sarif")
                        .out())
                .contains("\"uri\" : \"file:///")
                .doesNotContain("%SRCROOT%");
        Files.delete(elsewhere);
        assertThat(call("migrate", "lint", "V1.sql").errors()).contains("for which database the SQL is");
        Files.writeString(folder.resolve("V2.sql"), "CREATE TABLE fresh (id bigint);\n");
        assertThat(call("migrate", "lint", "V2.sql", "--engine", "postgresql").exit())
                .isZero();
    }
}
