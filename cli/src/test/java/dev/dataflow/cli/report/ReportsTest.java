package dev.dataflow.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.cli.diagram.Mark;
import dev.dataflow.cli.terminal.ColorChoice;
import dev.dataflow.cli.terminal.Console;
import dev.dataflow.cli.terminal.Surroundings;
import dev.dataflow.cli.terminal.Verbosity;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportsTest {

    @ParameterizedTest
    @EnumSource
    void filesAreAsBefore(ReportForm form) throws IOException {
        String ending = form.name().toLowerCase(Locale.ROOT);
        GoldenFile.check("full." + ending, form.writer(Samples.TOOL).write(Samples.full()));
        GoldenFile.check("offline." + ending, form.writer(Samples.TOOL).write(Samples.offline()));
    }

    @Test
    void textIsAsBefore() throws IOException {
        GoldenFile.check("full.txt", new TextReport(console(Verbosity.VERBOSE)).write(Samples.full()));
        GoldenFile.check("offline.txt", new TextReport(console(Verbosity.NORMAL)).write(Samples.offline()));
        GoldenFile.check("full.github", new GithubReport().write(Samples.full()));
    }

    @Test
    void pictureIsAsBefore() throws IOException {
        GoldenFile.check("after.svg", HtmlReport.picture(Samples.diagram("after", Mark.ADDED)));
    }

    @Test
    void aPageNeedsNothingBesidesItselfAndIsEscaped() {
        String page = ReportForm.HTML.writer(Samples.TOOL).write(Samples.full());
        assertThat(page)
                .doesNotContain("<b>name", "<script", "src=", "@import", "url(http")
                .contains("&lt;b&gt;name|x", "prefers-color-scheme: dark", "<title id=\"after-title\">after</title>");
        assertThat(page.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http:", "https:");
    }

    @Test
    void namesAreNoMarkupInAComment() {
        String name = "![i](http://e/p.png) [x](http://e) @team #1 &amp; ~~a~~ b|c\r\n# d";
        StepReport step = new StepReport(
                1,
                "expand",
                List.of(name),
                List.of("SELECT '\n````\n'"),
                "its own",
                null,
                new TimeReport(StepReport.UNKNOWN, null, null, "no database was asked"),
                StepReport.UNKNOWN,
                Risk.UNKNOWN,
                null,
                List.of(),
                List.of(name),
                List.of(),
                new UndoReport(List.of(), null));
        PlanReport plain = Samples.offline();
        PlanReport report = new PlanReport(
                plain.command(),
                "a`b",
                plain.target(),
                plain.verdict(),
                List.of(step),
                List.of(),
                List.of(new Question("DF-318", name, List.of(new Question.Answer("--drop `a``b", name)))),
                List.of());
        String text = ReportForm.MARKDOWN.writer(Samples.TOOL).write(report);
        String plainName = "!\\[i](http://e/p.png) \\[x](http://e) @&#8203;team #&#8203;1 &amp;amp; \\~\\~a\\~\\~ ";
        assertThat(text)
                .contains("## Schema plan ``a`b``: ", "| 1 | expand | " + plainName + "b\\|c #&#8203; d | unknown |")
                .contains("will fail:** " + plainName, "`DF-318` " + plainName, "  - ```--drop `a``b```: " + plainName)
                .contains("`````sql\nSELECT '\n````\n';\n`````\n");
    }

    @Test
    void whatNobodyKnowsReadsUnknown() {
        PlanReport report = Samples.offline();
        assertThat(ReportForm.HTML.writer(Samples.TOOL).write(report))
                .contains("unknown")
                .doesNotContain("null");
        assertThat(ReportForm.MARKDOWN.writer(Samples.TOOL).write(report))
                .contains(
                        "| 1 | expand | create table a\\_b | unknown | unknown | unknown | unknown | UNKNOWN | in part |")
                .doesNotContain("null");
        assertThat(new TextReport(console(Verbosity.NORMAL)).write(report)).doesNotContain("null");
        JsonNode step = read(ReportForm.JSON, report).at("/report/steps/0");
        assertThat(step.has("score")).isFalse();
        assertThat(step.has("locks")).isFalse();
        assertThat(step.get("risk").asString()).isEqualTo("UNKNOWN");
    }

    /** What the schema of SARIF 2.1.0 requires, and what code scanning requires besides. */
    @Test
    void sarifHasWhatItsSchemaRequires() {
        JsonNode log = read(ReportForm.SARIF, Samples.full());
        assertThat(log.get("version").asString()).isEqualTo("2.1.0");
        JsonNode run = log.at("/runs/0");
        JsonNode driver = run.at("/tool/driver");
        assertThat(driver.get("name").asString()).isEqualTo("dataflow");
        assertThat(run.get("results")).hasSize(2);
        for (JsonNode result : run.get("results")) {
            int index = result.get("ruleIndex").asInt();
            assertThat(driver.get("rules").get(index).get("id")).isEqualTo(result.get("ruleId"));
            assertThat(driver.get("rules")
                            .get(index)
                            .at("/shortDescription/text")
                            .asString())
                    .isNotBlank();
            assertThat(result.get("level").asString()).isIn("none", "note", "warning", "error");
            assertThat(result.at("/message/text").asString()).isNotBlank();
            assertThat(result.at("/partialFingerprints/dataflow~1v1").asString())
                    .matches("[0-9a-f]{32}");
            assertThat(result.get("locations")).isNotEmpty();
        }
        JsonNode place = run.at("/results/1/locations/0/physicalLocation");
        assertThat(place.at("/artifactLocation/uri").asString()).isEqualTo("db/V1__a%20b%2C%C3%BC.sql");
        assertThat(place.at("/region/startLine").asInt()).isEqualTo(12);
        assertThat(read(ReportForm.SARIF, Samples.offline())
                        .at("/runs/0/results/0/ruleId")
                        .asString())
                .isEqualTo("DF-318");
    }

    @Test
    void annotationsStayOnTheirLines() {
        assertThat(new GithubReport().write(Samples.full()).lines())
                .hasSize(3)
                .allMatch(line -> line.startsWith("::"))
                .anyMatch(line -> line.startsWith("::warning file=db/V1__a b%2Cü.sql,line=12,title="))
                .anyMatch(line -> line.contains("100%25%0Afix: "));
    }

    private static JsonNode read(ReportForm form, PlanReport report) {
        return JsonMapper.shared().readTree(form.writer(Samples.TOOL).write(report));
    }

    private static Console console(Verbosity verbosity) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        Surroundings around = new Surroundings(Map.of(), nowhere, nowhere, false, true, Path.of(""));
        return new Console(around, ColorChoice.NEVER, false, verbosity);
    }
}
