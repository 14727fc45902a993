package dev.dataflow.benchmarks.report;

import dev.dataflow.benchmarks.rows.Agreement;
import dev.dataflow.benchmarks.rows.PeerSource;
import dev.dataflow.benchmarks.rows.RowDatabase;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.testing.TestDatabases;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Checks that the peers give the same rows, runs the benchmarks of rows on each database, and writes a page and charts.
 * Servers run in this JVM's care, so that the benchmarks' own JVMs only connect.
 */
public final class Comparison {

    private Comparison() {}

    /**
     * Runs all.
     *
     * @param arguments the folder of the results, the engines, and JMH's options, if any
     */
    public static void main(String[] arguments) throws Exception {
        List<Engine> engines = new ArrayList<>();
        int next = 1;
        while (next < arguments.length && isEngine(arguments[next])) {
            engines.add(Engine.valueOf(arguments[next++]));
        }
        String[] given = Arrays.copyOfRange(arguments, next, arguments.length);
        Path folder = Path.of(arguments[0]);
        List<Figure> all = new ArrayList<>();
        Map<Engine, String> servers = new EnumMap<>(Engine.class);
        for (Engine engine : engines) {
            System.out.println("same rows on " + engine + ": " + Agreement.check(engine));
            servers.put(engine, TestDatabases.serverVersion(engine));
            all.addAll(measure(engine, given));
        }
        Figures figures = new Figures(all);
        new ResultsPage(figures, servers, settings(given)).write(folder.resolve("RESULTS.md"));
        for (Engine engine : figures.engines()) {
            new Chart(figures, engine).write(folder.resolve(ResultsPage.chart(engine)));
        }
    }

    private static boolean isEngine(String argument) {
        return Arrays.stream(Engine.values()).anyMatch(engine -> engine.name().equals(argument));
    }

    private static List<Figure> measure(Engine engine, String[] given) throws Exception {
        String[] peers = PeerSource.all().stream()
                .filter(source -> source.supports(engine))
                .map(PeerSource::name)
                .toArray(String[]::new);
        CommandLineOptions command = new CommandLineOptions(given);
        try (TestDatabase database = TestDatabases.create(engine)) {
            OptionsBuilder options = new OptionsBuilder();
            options.parent(command).param("engine", engine.name()).addProfiler(GCProfiler.class);
            options.jvmArgsAppend("-Duser.timezone=UTC", "-D" + RowDatabase.URL + "=" + database.url())
                    .shouldFailOnError(true);
            if (!command.getParameter("peer").hasValue()) {
                options.param("peer", peers);
            }
            if (command.getIncludes().isEmpty()) {
                options.include("benchmarks\\.rows\\.");
            }
            Options built = options.build();
            return new Runner(built).run().stream().map(Figure::of).toList();
        }
    }

    private static String settings(String[] given) {
        return given.length == 0
                ? "as the benchmarks say: a JVM for each, warmed up"
                : "with JMH's options `" + String.join(" ", given) + "`";
    }
}
