package dev.dataflow.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands on a file of SQLite: what they write where, and how they end. */
class CommandsTest {

    private static final String SHOP = "jdbc:sqlite:";

    @TempDir
    private Path folder;

    private String url;

    @BeforeEach
    void createShop() throws SQLException {
        url = SHOP + folder.resolve("shop.db");
        execute("CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT");
        execute("INSERT INTO users VALUES (1, 'Ann')");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Call call(String... arguments) {
        return Call.of(folder, arguments);
    }

    /** A snapshot of the shop as it is after a statement that is then undone. */
    private void keep(String file, String... changes) throws SQLException, IOException {
        Files.copy(folder.resolve("shop.db"), folder.resolve("before.db"));
        for (String sql : changes) {
            execute(sql);
        }
        assertThat(call("db", "snapshot", "--url", url, "--out", file).exit()).isZero();
        Files.move(folder.resolve("before.db"), folder.resolve("shop.db"), StandardCopyOption.REPLACE_EXISTING);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            migrat plan                                    | there is no command `migrat` | write `migrate`
            migrate plann                                  | there is no command `plann` | write `plan`
            migrate plan --formt json                      | there is no option `--formt` | write `--format`
            migrate plan --format jsn --url x --classpath . | `--format` cannot be `jsn` | write `json`
            migrate plan --url jdbc:sqlite:shop.db         | it is not said what the schema is to be | add --classpath
            migrate plan --classpath . --to a.json --url x | --classpath and --to stand together | leave one
            migrate plan --report plan.pdf --to a.json     | `--report plan.pdf` has no form | .html
            db snapshot                                    | no database is named | add --url
            db snapshot kept.json --url jdbc:sqlite:x.db   | the options of the database have nothing to do here | leave
            db drift                                       | it is not said what the database is to be | add --against
            db drift --against a.json --classpath .        | --against and --classpath stand together | leave one
            -q -v db snapshot                              | --quiet and --verbose stand together | leave one
            --color red db snapshot                        | `--color` cannot be `red` | use one of always, auto, never
            """)
    void whatCannotBeFollowedIsSaidWithWhatWasMeant(String line, String what, String fix) {
        Call call = call(line.split(" +"));
        assertThat(call.exit()).isEqualTo(2);
        assertThat(call.out()).isEmpty();
        assertThat(call.errors())
                .startsWith("error[DF-006]: " + what)
                .contains("\n  why: ")
                .contains(fix);
        assertThat(call.errors()).doesNotContain("\tat ");
    }

    @Test
    void helpAndVersionAreData() {
        Call help = call("migrate", "plan", "--help");
        assertThat(help.exit()).isZero();
        assertThat(help.errors()).isEmpty();
        assertThat(help.out())
                .contains("--classpath", "--report", "--rename", "--trace")
                .doesNotContain("\u001B");
        assertThat(call("--help").out()).startsWith("Examples:\n").contains("Exit codes: 0 ok");
        assertThat(call("--version").out()).startsWith("dataflow ").doesNotContain("${");
        assertThat(call("completion").out()).startsWith("#!/usr/bin/env bash").contains("migrate");
    }

    @Test
    void codesAreExplainedWithoutADatabase() {
        assertThat(call("explain", "df-318").out()).startsWith("# DF-318: ambiguous rename");
        assertThat(call("explain", "VAL-004").out()).startsWith("# VAL-004: ");
        Call wrong = call("explain", "DF-3188");
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.errors()).contains("there is no code DF-3188; near it is DF-318 (");
        assertThat(call("explain", "DF-31").errors()).contains("near it are DF-310 (");
    }

    @Test
    void aSnapshotIsKeptReadAndComparedWith() throws Exception {
        keep("kept.json");
        assertThat(call("db", "snapshot", "kept.json").out()).contains("engine       SQLite", "tables       1");
        assertThat(call("db", "snapshot", "--url", url).out()).isEqualTo(Files.readString(folder.resolve("kept.json")));
        Call none = call("db", "drift", "--url", url, "--against", "kept.json");
        assertThat(none.exit()).isZero();
        assertThat(none.out()).startsWith("✔ no drift: jdbc:sqlite:");
        execute("ALTER TABLE users ADD COLUMN age INTEGER");
        Call drift = call("db", "drift", "--url", url, "--against", "kept.json");
        assertThat(drift.exit()).isEqualTo(6);
        assertThat(drift.out()).isEqualTo("  users.age: add column INTEGER\n");
        assertThat(drift.errors()).startsWith("error[DF-340]: jdbc:sqlite:");
        JsonNode json = json(call("db", "drift", "--url", url, "--against", "kept.json", "--format", "json"));
        assertThat(json.get("state").asString()).isEqualTo("drifted");
        assertThat(json.get("ok").asBoolean()).isFalse();
    }

    @Test
    void aPlanIsMadeOfSnapshotsAndNothingIsChanged() throws Exception {
        keep("now.json");
        keep("wanted.json", "ALTER TABLE users ADD COLUMN email TEXT");
        Call offline = call("migrate", "plan", "--from", "now.json", "--to", "wanted.json");
        assertThat(offline.exit()).isZero();
        assertThat(offline.out()).contains("users.email: add column TEXT", "unknown");
        assertThat(call("migrate", "plan", "--from", "now.json", "--to", "now.json")
                        .out())
                .contains("✔ nothing to change");
        Call check = call("migrate", "plan", "--url", url, "--to", "wanted.json", "--check", "--report", "plan.html");
        assertThat(check.exit()).isEqualTo(6);
        assertThat(check.errors()).contains("written: plan.html", "error[DF-344]: ", "1 step is pending");
        assertThat(folder.resolve("plan.html")).content().contains("<!DOCTYPE html>", "users.email: add column");
        assertThat(call("db", "diff", "--url", url, "--to", "wanted.json").out())
                .contains("1 change\n");
        assertThat(call("db", "drift", "--url", url, "--against", "now.json").exit())
                .isZero();
    }

    @Test
    void aNameCannotBeginALineOfALog() throws Exception {
        keep("now.json");
        keep("wanted.json", "ALTER TABLE users ADD COLUMN \"x\n::error::y\u001b[2J\" TEXT");
        for (String[] each : List.of(
                new String[] {"migrate", "plan", "--from", "now.json", "--to", "wanted.json", "-v"},
                new String[] {"db", "diff", "--from", "now.json", "--to", "wanted.json"},
                new String[] {"db", "drift", "--url", url, "--against", "wanted.json"})) {
            String out = call(each).out();
            assertThat(out).contains("x\\n::error::y\\u001b[2J");
            // statements stay as they are, indented
            assertThat(out.lines().filter(line -> line.startsWith("::"))).isEmpty();
        }
    }

    @Test
    void aPhasesFileStartsAndEndsBetweenThePhases() throws Exception {
        execute("ALTER TABLE users ADD COLUMN fax TEXT");
        keep("wanted.json", "ALTER TABLE users DROP COLUMN fax", "ALTER TABLE users ADD COLUMN email TEXT");
        String[] plan = {"migrate", "plan", "--url", url, "--to", "wanted.json", "--drop", "users.fax"};
        Call expand = call(and(plan, "--phase", "expand", "--out", "expand.json", "--format", "json"));
        assertThat(expand.exit()).isZero();
        assertThat(call(and(plan, "--phase", "contract", "--out", "contract.json"))
                        .exit())
                .isZero();
        execute("ALTER TABLE users ADD COLUMN email TEXT");
        Call between = call("db", "drift", "--url", url, "--against", "expand.json");
        assertThat(between.out()).contains("as expand.json leaves it");
        assertThat(call("db", "drift", "--url", url, "--against", "contract.json")
                        .out())
                .contains("as contract.json starts from");
        assertThat(json(expand).at("/report/target/after").asString())
                .isEqualTo(json(call("db", "drift", "--url", url, "--against", "expand.json", "--format", "json"))
                        .get("fingerprint")
                        .asString());
        execute("ALTER TABLE users DROP COLUMN fax");
        assertThat(call("db", "drift", "--url", url, "--against", "contract.json")
                        .out())
                .contains("as contract.json leaves it");
        assertThat(call("db", "drift", "--url", url, "--against", "expand.json").exit())
                .isEqualTo(6);
    }

    private static String[] and(String[] some, String... more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void whatMayBeARenameIsAskedAndAnsweredByFlags() throws Exception {
        keep("now.json");
        keep("wanted.json", "ALTER TABLE users RENAME COLUMN name TO full_name");
        String[] plan = {"migrate", "plan", "--from", "now.json", "--to", "wanted.json", "--format", "json"};
        Call asked = call(plan);
        assertThat(asked.exit()).isEqualTo(3);
        JsonNode question = json(asked).at("/report/questions/0");
        assertThat(question.get("code").asString()).isEqualTo("DF-318");
        String flag = question.at("/flags/0/flag").asString();
        assertThat(flag).isEqualTo("--rename users.name=users.full_name");
        Call answered =
                call("migrate", "plan", "--from", "now.json", "--to", "wanted.json", "--rename", flag.substring(9));
        assertThat(answered.exit()).isZero();
        assertThat(answered.out()).contains("users.name: rename column to full_name");
    }

    @Test
    void errorsAreJsonWhereThatIsWantedAndTracesOnlyThen() {
        Call call = call("db", "drift", "--url", url, "--against", "nowhere/kept.json", "--format", "json");
        assertThat(call.exit()).isEqualTo(2);
        JsonNode json = json(call);
        assertThat(json.get("schema").asString()).isEqualTo("dataflow-error/1");
        assertThat(json.at("/error/code").asString()).isEqualTo("DF-008");
        assertThat(json.at("/error/why").asString()).contains("there is no folder");
        assertThat(call.errors()).doesNotContain("\tat ");
        assertThat(call("db", "drift", "--url", url, "--against", "kept.json", "--trace")
                        .errors())
                .contains("\tat dev.dataflow.cli");
    }

    @Test
    void aFileThatIsMissingIsNotCreated() {
        Call call = call("db", "snapshot", "--url", SHOP + folder.resolve("other.db"));
        assertThat(call.exit()).isEqualTo(2);
        assertThat(call.errors()).startsWith("error[DF-011]: ");
        assertThat(folder.resolve("other.db")).doesNotExist();
    }

    @Test
    void passwordsAreNeverTakenFromOrShownInCommandLines() throws Exception {
        String server = "jdbc:postgresql://localhost:1/shop?password=hunter2";
        Call inUrl = call("db", "snapshot", "--url", server);
        assertThat(inUrl.errors())
                .contains("⚠ The URL in the command line holds a password")
                .doesNotContain("hunter2");
        Call inFlag = call("db", "snapshot", "--url", "jdbc:postgresql://localhost:1/shop", "--password", "hunter2");
        assertThat(inFlag.exit()).isEqualTo(2);
        assertThat(inFlag.errors()).startsWith("error[DF-007]: ").doesNotContain("hunter2");
        Call unset = call("db", "snapshot", "--url", "jdbc:postgresql://localhost:1/shop", "--password", "env:NONE");
        assertThat(unset.errors()).contains("the variable NONE holds no password");
        Files.writeString(folder.resolve("secret"), "hunter2\n");
        Call twice = call("db", "snapshot", "--url", server, "--password-file", "secret");
        assertThat(twice.errors()).contains("error[DF-006]: a password is given twice");
    }

    @Test
    void coloursAreForPeopleOnly() throws Exception {
        keep("kept.json");
        String[] drift = {"db", "drift", "--url", url, "--against", "kept.json"};
        assertThat(Call.with(folder, Map.of(), true, drift).out()).contains("\u001B[32m");
        assertThat(Call.with(folder, Map.of("NO_COLOR", "1"), true, drift).out())
                .doesNotContain("\u001B");
        assertThat(Call.with(folder, Map.of("NO_COLOR", ""), true, drift).out()).contains("\u001B");
        assertThat(Call.with(folder, Map.of("TERM", "dumb"), true, drift).out()).doesNotContain("\u001B");
        assertThat(Call.with(folder, Map.of("FORCE_COLOR", "1"), false, drift).out())
                .contains("\u001B");
        assertThat(call("db", "drift", "--url", url, "--against", "kept.json", "--ascii")
                        .out())
                .startsWith("[ok] no drift");
        assertThat(Call.with(folder, Map.of("DATAFLOW_URL", url), false, "db", "drift", "--against", "kept.json")
                        .exit())
                .isZero();
    }

    @Test
    void placesWithoutModelsAreNamed() throws IOException {
        Files.createDirectory(folder.resolve("classes"));
        Call none = call("migrate", "plan", "--url", url, "--classpath", "classes");
        assertThat(none.errors()).startsWith("error[DF-009]: there is no model in ");
        Call nowhere = call("migrate", "plan", "--url", url, "--classpath", "target/clases");
        assertThat(nowhere.errors()).startsWith("error[DF-008]: ");
    }

    private static JsonNode json(Call call) {
        return JsonMapper.shared().readTree(call.out());
    }
}
