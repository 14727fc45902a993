package dev.dataflow.migrations.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page of the catalogue is what the rules say; {@code -DupdateDocs=true} writes it. */
class RulesPageTest {

    private static final Path PAGE = Path.of("..", "docs", "rules.md");

    @Test
    void thePageIsWhatTheRulesSay() throws IOException {
        String page = page();
        if (Boolean.getBoolean("updateDocs")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private static String page() {
        List<Rule> rules =
                Rules.all().stream().sorted(Comparator.comparing(Rule::name)).toList();
        StringBuilder page = new StringBuilder("""
                # The catalogue of rules

                What each change of a schema locks, rewrites, breaks and loses, and how to do it safely. The page is written from the
                rule classes of `dev.dataflow.migrations.rule`; a test compares them, and each claim that is called *verified* is looked
                at again on the servers that the tests start: on PostgreSQL by locks, files and counters of scans, on MySQL and MariaDB
                by the `ALGORITHM` and `LOCK` that the server accepts and refuses, on SQLite by pages of the file and by refusals. What
                is *documented* comes from manuals and lowers no risk.

                A rule is never below its floor. Its points, from 0 to 100 for each category, are those of a large table that everybody
                uses; facts make them less. An example runs on the tables in
                [`src/test/resources/claims`](../migrations-engine/src/test/resources/claims).

                | rule | what happens | floor |
                |---|---|---|
                """);
        rules.forEach(rule -> page.append(
                "| [`%s`](#%s) | %s | %s |%n".formatted(rule.name(), rule.name(), rule.title(), rule.floor())));
        rules.forEach(rule -> page.append(section(rule)));
        return page.toString().replace("\r\n", "\n");
    }

    private static String section(Rule rule) {
        String points = rule.base().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> each.getKey().label() + " " + each.getValue())
                .collect(Collectors.joining(", "));
        StringBuilder text = new StringBuilder("\n## %s\n\n%s. Floor %s; points: %s.\n"
                .formatted(rule.name(), capital(rule.title()), rule.floor(), points));
        rule.claims().forEach(claim -> text.append(claim(claim)));
        return text.toString();
    }

    private static String claim(Claim claim) {
        StringBuilder text = new StringBuilder("\n**%s**%s: `%s`%n\n"
                .formatted(
                        claim.engine().label(),
                        claim.versions().equals(VersionRange.ALL) ? "" : " " + claim.versions(),
                        claim.example()));
        if (claim.refusal() != null) {
            text.append("- is refused: \"…%s…\"\n".formatted(claim.refusal()));
        } else {
            text.append("- lock: %s, which keeps out %s%s\n"
                    .formatted(
                            claim.lock().name(),
                            claim.lock().blocks().label(),
                            claim.other().equals(Lock.NONE)
                                    ? ""
                                    : "; of other tables: " + claim.other().name()));
            text.append("- rows: %s\n".formatted(claim.work().label()));
        }
        line(text, "fails on", claim.failsOn());
        line(text, "loses", claim.loses());
        text.append("- can be taken back: %s\n".formatted(claim.reversible() ? "yes" : "no"));
        line(text, "safely", claim.recipe());
        line(text, "evidence", claim.evidence().toString());
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        if (!value.isEmpty()) {
            text.append("- %s: %s\n".formatted(name, value));
        }
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
