package dev.dataflow.benchmarks.scale;

import dev.dataflow.benchmarks.turns.Jvm;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long libraries take from the start of a program to its first row with 100 models on SQLite, whose tables are there: in
 * turns, in a new JVM each time. And what they hold in memory for a model: the used heap with 100 models less that with one.
 */
public final class ColdStart {

    private static final int MODELS = 100;
    private static final int COLUMNS = 12;
    private static final int TURNS = 7;
    private static final String HIBERNATE = "dev.dataflow.benchmarks.peers.HibernateStartup";

    /**
     * What was measured of a library; medians.
     *
     * @param peer the library
     * @param millis from the start of {@code main} to the first row
     * @param bytesPerModel what stays in the heap for a model
     */
    public record Startup(String peer, double millis, double bytesPerModel) {}

    /** A library with its models and database. */
    private record Side(String peer, String program, String classPath, String url, int models) {

        /** Time in nanoseconds and bytes of the heap. */
        long[] run(String mode) throws IOException, InterruptedException {
            Process process = Jvm.start(classPath, List.of(), program, List.of(url, String.valueOf(models), mode));
            String output = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new IllegalStateException(peer + " did not start: " + output);
            }
            return Arrays.stream(output.lines()
                            .filter(line -> line.startsWith("STARTED "))
                            .findFirst()
                            .orElseThrow()
                            .substring(8)
                            .split(" "))
                    .mapToLong(Long::parseLong)
                    .toArray();
        }
    }

    private ColdStart() {}

    /** Measures DataFlow, and Hibernate where it is on the class path. */
    public static List<Startup> measure(Path processor) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("cold-start");
        try {
            Map<Integer, List<Side>> sides = new LinkedHashMap<>();
            for (int models : List.of(MODELS, 1)) {
                List<Side> some = new ArrayList<>();
                some.add(side(
                        folder,
                        "dataflow",
                        DataFlowStartup.class.getName(),
                        models,
                        ModelSet.Style.DATAFLOW,
                        ClassPath.processor(processor)));
                if (isThere(HIBERNATE)) {
                    some.add(side(folder, "hibernate", HIBERNATE, models, ModelSet.Style.HIBERNATE, List.of()));
                }
                for (Side side : some) {
                    side.run("create");
                }
                sides.put(models, some);
            }
            Map<String, List<Long>> times = new LinkedHashMap<>();
            for (int turn = 0; turn < TURNS; turn++) {
                List<Side> some = sides.get(MODELS);
                for (int i = 0; i < some.size(); i++) {
                    Side side = some.get((turn + i) % some.size());
                    times.computeIfAbsent(side.peer(), peer -> new ArrayList<>())
                            .add(side.run("read")[0]);
                }
            }
            List<Startup> startups = new ArrayList<>();
            for (int i = 0; i < sides.get(MODELS).size(); i++) {
                Side all = sides.get(MODELS).get(i);
                long bytes = all.run("read")[1] - sides.get(1).get(i).run("read")[1];
                List<Long> sorted = times.get(all.peer()).stream().sorted().toList();
                startups.add(
                        new Startup(all.peer(), sorted.get(sorted.size() / 2) / 1e6, (double) bytes / (MODELS - 1)));
            }
            return startups;
        } finally {
            Folders.delete(folder);
        }
    }

    private static Side side(
            Path folder, String peer, String program, int models, ModelSet.Style style, List<Path> processors)
            throws IOException, InterruptedException {
        Path own = folder.resolve(peer + models);
        Path classes = own.resolve("classes");
        new Javac(ClassPath.all(), processors)
                .compile(new ModelSet(models, COLUMNS, style).write(own.resolve("src")), classes);
        return new Side(
                peer,
                program,
                classes + File.pathSeparator + System.getProperty("java.class.path"),
                "jdbc:sqlite:" + own.resolve("many.db"),
                models);
    }

    private static boolean isThere(String program) {
        try {
            Class.forName(program, false, ColdStart.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
