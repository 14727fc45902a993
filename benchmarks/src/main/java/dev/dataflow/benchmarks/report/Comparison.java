package dev.dataflow.benchmarks.report;

import dev.dataflow.benchmarks.bulk.BulkAgreement;
import dev.dataflow.benchmarks.rows.Agreement;
import dev.dataflow.benchmarks.scale.ColdStart;
import dev.dataflow.benchmarks.web.WebAgreement;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.testing.TestDatabases;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Checks that the peers do the same, has them do it in turns on each database, and writes a page and charts. What fails is left
 * out and listed there. Servers run in this JVM's care, so that the peers' own JVMs only connect.
 */
public final class Comparison {

    private final Path folder;
    private final Settings settings = Settings.read();
    private final Figures figures = new Figures();
    private final Map<Engine, String> servers = new EnumMap<>(Engine.class);
    private final List<ManyRowsTable.Rate> rates = new ArrayList<>();
    private final List<ColdStart.Startup> startups = new ArrayList<>();
    private final long start = System.nanoTime();

    private Comparison(Path folder) {
        this.folder = folder;
    }

    /**
     * Runs all, and ends with 1 where something failed.
     *
     * @param arguments the folder of the results
     */
    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING); // Hibernate tells of each factory
        Comparison comparison = new Comparison(Path.of(arguments[0]));
        comparison.run();
        System.exit(comparison.figures.failures().isEmpty() ? 0 : 1);
    }

    private void run() throws InterruptedException, IOException {
        if (settings.startup()) {
            startUp();
        }
        for (Engine engine : settings.engines()) {
            try {
                measure(engine);
            } catch (RuntimeException e) {
                figures.fail(engine.name(), e);
            }
            write(); // after each engine, so that a run that is ended leaves something
        }
    }

    private void startUp() throws InterruptedException {
        try {
            System.out.println("cold starts");
            startups.addAll(ColdStart.measure(settings.processor()));
        } catch (IOException | RuntimeException e) {
            figures.fail("cold starts", e);
        }
    }

    private void measure(Engine engine) throws InterruptedException {
        say(engine, "server " + TestDatabases.serverVersion(engine));
        servers.put(engine, TestDatabases.serverVersion(engine));
        agree(engine, "rows", Agreement::check);
        agree(engine, "bulk work", BulkAgreement::check);
        agree(engine, "web tests", WebAgreement::check);
        try (TestDatabase many = TestDatabases.create(engine)) {
            say(engine, "filling a table with " + settings.rows() + " rows");
            fill(engine, many.url());
            try (EngineRun run = new EngineRun(engine, settings, figures, many.url())) {
                for (Work work : settings.chosen().stream().limit(1).toList()) {
                    say(engine, work.name() + ", rehearsed");
                    run.rehearse(work);
                }
                for (Work work : settings.chosen()) {
                    say(engine, work.name());
                    run.measure(work);
                }
            }
        }
    }

    private void fill(Engine engine, String url) throws InterruptedException {
        try {
            rates.addAll(ManyRowsTable.fill(engine, url, settings.rows()));
        } catch (IOException | RuntimeException e) {
            figures.fail(engine + ", table of many rows", e);
        }
    }

    private void agree(Engine engine, String what, Function<Engine, List<String>> check) {
        try {
            say(engine, "same " + what + ": " + check.apply(engine));
        } catch (RuntimeException e) {
            figures.fail(engine + ", agreement of " + what, e);
        }
    }

    private void write() throws IOException {
        String time = "measured in %d minutes".formatted((System.nanoTime() - start) / 60_000_000_000L);
        new ResultsPage(new Results(figures, rates, startups, servers), List.of(settings.text(), time))
                .write(folder.resolve("RESULTS.md"));
        for (Engine engine : figures.engines()) {
            for (Work.Section section : Work.Section.values()) {
                if (!figures.works(engine, section).isEmpty()) {
                    new Chart(figures, engine, section).write(folder.resolve(ResultsPage.chart(engine, section)));
                }
            }
        }
    }

    private void say(Engine engine, String what) {
        System.out.printf("%4d s  %s: %s%n", (System.nanoTime() - start) / 1_000_000_000, engine, what);
    }
}
