package dev.dataflow.benchmarks.report;

import dev.dataflow.benchmarks.rows.PeerSource;
import dev.dataflow.testing.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The page of results, in Markdown. */
final class ResultsPage {

    private final Figures figures;
    private final Map<Engine, String> servers;
    private final String settings;

    /**
     * A page.
     *
     * @param figures what was measured
     * @param servers the databases' versions
     * @param settings how it was measured, in words
     */
    ResultsPage(Figures figures, Map<Engine, String> servers, String settings) {
        this.figures = figures;
        this.servers = servers;
        this.settings = settings;
    }

    void write(Path file) throws IOException {
        Files.writeString(file, text());
    }

    String text() {
        StringBuilder page = new StringBuilder("""
                # Results

                Written by the comparison ([how to run it](README.md#comparison)). Multiples of hand-written JDBC in the same run:
                less is better. Medians; the time of JDBC is that of one call, or of a batch of calls where it is in ms.

                """);
        page.append("- ")
                .append(LocalDate.now(ZoneOffset.UTC))
                .append(", ")
                .append(machine())
                .append('\n');
        page.append("- ").append(settings).append('\n');
        page.append("- ")
                .append(servers.entrySet().stream()
                        .map(entry -> title(entry.getKey()) + " " + entry.getValue())
                        .collect(Collectors.joining(", ")))
                .append('\n');
        page.append("- ")
                .append(PeerSource.all().stream()
                        .map(source -> source.name() + ": " + source.version())
                        .collect(Collectors.joining(", ")))
                .append('\n');
        for (Engine engine : figures.engines()) {
            page.append("\n## ").append(title(engine)).append("\n\n### Time\n\n");
            page.append("![Time on ")
                    .append(title(engine))
                    .append("](")
                    .append(chart(engine))
                    .append(")\n\n");
            table(page, engine, Figure::time, true);
            page.append("\n### Allocated bytes\n\n");
            table(page, engine, Figure::bytes, false);
        }
        return page.toString();
    }

    static String chart(Engine engine) {
        return "results-" + engine.name().toLowerCase(Locale.ROOT) + ".svg";
    }

    static String title(Engine engine) {
        return switch (engine) {
            case POSTGRESQL -> "PostgreSQL";
            case MYSQL -> "MySQL";
            case MARIADB -> "MariaDB";
            case SQLITE -> "SQLite";
        };
    }

    private void table(StringBuilder page, Engine engine, ToDoubleFunction<Figure> value, boolean time) {
        List<String> peers = figures.peers(engine).stream()
                .filter(peer -> !peer.equals("jdbc"))
                .toList();
        page.append("| work | jdbc | ").append(String.join(" | ", peers)).append(" |\n|---|---");
        page.append("|---".repeat(peers.size())).append("|\n");
        for (String work : figures.works(engine)) {
            page.append("| ").append(work).append(" | ");
            page.append(figures.of(engine, work, "jdbc")
                    .map(jdbc -> time
                            ? number(jdbc.time()) + " " + jdbc.unit().replace("/op", "")
                            : number(jdbc.bytes()) + " B")
                    .orElse("–"));
            for (String peer : peers) {
                Optional<Double> ratio = figures.ratio(engine, work, peer, value);
                page.append(" | ").append(ratio.map(ResultsPage::number).orElse("–"));
            }
            page.append(" |\n");
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 1000 ? "%.2f" : "%.0f", value);
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
