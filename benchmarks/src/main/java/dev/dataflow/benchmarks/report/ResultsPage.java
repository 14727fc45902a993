package dev.dataflow.benchmarks.report;

import dev.dataflow.benchmarks.scale.ColdStart;
import dev.dataflow.benchmarks.source.PeerSource;
import dev.dataflow.benchmarks.turns.Sample;
import dev.dataflow.testing.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The page of results, in Markdown. */
final class ResultsPage {

    private static final double MILLISECOND = 1000;

    private final Results results;
    private final Figures figures;
    private final List<String> settings;

    /**
     * A page.
     *
     * @param results what was measured
     * @param settings how it was measured, in words
     */
    ResultsPage(Results results, List<String> settings) {
        this.results = results;
        this.figures = results.figures();
        this.settings = settings;
    }

    void write(Path file) throws IOException {
        Files.writeString(file, text());
    }

    String text() {
        StringBuilder page = new StringBuilder("""
                # Results

                Written by the comparison ([how to run it](README.md#comparison)). Multiples of hand-written JDBC in the same run:
                less is better. Ratios are medians of those of each round; the time of JDBC is the median of one call.

                """);
        List<String> facts = new ArrayList<>();
        facts.add(LocalDate.now(ZoneOffset.UTC) + ", " + machine());
        facts.addAll(settings);
        facts.add(results.servers().entrySet().stream()
                .map(entry -> title(entry.getKey()) + " " + entry.getValue())
                .collect(Collectors.joining(", ")));
        facts.add(PeerSource.all().stream()
                .map(source -> source.name() + ": " + source.version())
                .collect(Collectors.joining(", ")));
        facts.forEach(fact -> page.append("- ").append(fact).append('\n'));
        failures(page);
        targets(page);
        for (Engine engine : figures.engines()) {
            page.append("\n## ").append(title(engine)).append('\n');
            for (Work.Section section : Work.Section.values()) {
                section(page, engine, section);
            }
            rates(page, engine);
        }
        startups(page);
        return page.toString();
    }

    private void failures(StringBuilder page) {
        if (!figures.failures().isEmpty()) {
            page.append("\n## Failures\n\n");
            figures.failures()
                    .forEach(failure -> page.append("- ").append(failure).append('\n'));
        }
    }

    private void targets(StringBuilder page) {
        List<Target> targets = new Targets(results).all();
        page.append("\n## Targets\n\n");
        page.append(targets.stream().filter(Target::met).count())
                .append(" of ")
                .append(targets.size())
                .append(
                        " met. Ratios to JDBC, unless another is named. In brackets is the interval that holds the true median in 95 of")
                .append(" 100 runs; a miss whose interval reaches the limit is one within the noise.\n\n");
        page.append("| target | database | limit | measured | |\n|---|---|---|---|---|\n");
        targets.forEach(target -> page.append(target.line()));
    }

    private void section(StringBuilder page, Engine engine, Work.Section section) {
        if (figures.works(engine, section).isEmpty()) {
            return;
        }
        page.append("\n### ")
                .append(title(engine))
                .append(": ")
                .append(section.title())
                .append("\n\n");
        page.append("![Time](").append(chart(engine, section)).append(")\n\nTime:\n\n");
        table(page, engine, section, Sample::micros, true);
        page.append("\nAllocated bytes:\n\n");
        table(page, engine, section, Sample::bytes, false);
    }

    static String chart(Engine engine, Work.Section section) {
        return "results-" + engine.name().toLowerCase(Locale.ROOT) + "-"
                + section.name().toLowerCase(Locale.ROOT) + ".svg";
    }

    static String title(Engine engine) {
        return switch (engine) {
            case POSTGRESQL -> "PostgreSQL";
            case MYSQL -> "MySQL";
            case MARIADB -> "MariaDB";
            case SQLITE -> "SQLite";
        };
    }

    private void table(
            StringBuilder page, Engine engine, Work.Section section, ToDoubleFunction<Sample> value, boolean time) {
        List<String> peers = figures.peers(engine, section).stream()
                .filter(peer -> !peer.equals("jdbc"))
                .toList();
        page.append("| work | jdbc | ").append(String.join(" | ", peers)).append(" |\n|---|---");
        page.append("|---".repeat(peers.size())).append("|\n");
        for (Work work : figures.works(engine, section)) {
            page.append("| ").append(work.name()).append(" | ");
            page.append(figures.of(engine, work.name(), "jdbc")
                    .map(jdbc -> time
                            ? time(jdbc.median(Sample::micros))
                            : String.format(Locale.ROOT, "%,.0f B", jdbc.median(Sample::bytes)))
                    .orElse("–"));
            for (String peer : peers) {
                page.append(" | ").append(number(figures.ratio(engine, work.name(), peer, value)));
            }
            page.append(" |\n");
        }
    }

    private void rates(StringBuilder page, Engine engine) {
        List<ManyRowsTable.Rate> rates =
                results.rates().stream().filter(rate -> rate.engine() == engine).toList();
        if (rates.isEmpty()) {
            return;
        }
        page.append("\n### ").append(title(engine)).append(": rows from and to streams\n\n");
        page.append("DataFlow in a JVM with a heap of ")
                .append(ManyRowsTable.HEAP)
                .append(".\n\n");
        page.append("| work | rows | rows in a second |\n|---|---|---|\n");
        rates.forEach(rate -> page.append(
                String.format(Locale.ROOT, "| %s | %,d | %,.0f |%n", rate.work(), rate.rows(), rate.perSecond())));
    }

    private void startups(StringBuilder page) {
        if (results.startups().isEmpty()) {
            return;
        }
        page.append("\n## Cold start\n\n");
        page.append(
                "From the start of the program to the first row, 100 models of 12 columns, SQLite with its tables there,"
                        + " a new JVM each time.\n\n");
        page.append("| library | time | heap for a model |\n|---|---|---|\n");
        for (ColdStart.Startup startup : results.startups()) {
            page.append(String.format(
                    Locale.ROOT,
                    "| %s | %.0f ms | %.1f KB |%n",
                    startup.peer(),
                    startup.millis(),
                    startup.bytesPerModel() / 1024));
        }
    }

    private static String time(double micros) {
        return micros < MILLISECOND
                ? String.format(Locale.ROOT, "%.1f µs", micros)
                : String.format(Locale.ROOT, "%.2f ms", micros / MILLISECOND);
    }

    private static String number(Optional<Ratio> ratio) {
        return ratio.map(Ratio::median).map(Ratio::number).orElse("–");
    }

    private static String machine() {
        return "%s %s, %d processors, Java %s (%s)"
                .formatted(
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("java.version"),
                        System.getProperty("java.vm.vendor"));
    }
}
