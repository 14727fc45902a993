package dev.dataflow.benchmarks.scale;

import dev.dataflow.DataFlow;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Compiles many models with the default heap, and measures how long they take to open on SQLite, each time in a new JVM.
 * One more opening logs the classes that are loaded, to see that none is a model's.
 */
public final class OpenTime {

    private OpenTime() {}

    /**
     * Measures.
     *
     * @param arguments how many models, columns and turns, and our processor's jar
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 2) {
            open(arguments[0], arguments[1].equals("existing"));
            return;
        }
        ModelSet set =
                new ModelSet(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), ModelSet.Style.REFERENCES);
        int turns = Integer.parseInt(arguments[2]);
        Path folder = Files.createTempDirectory("open-time");
        Path classes = folder.resolve("classes");
        String classPath = System.getProperty("java.class.path");
        Javac javac = new Javac(ClassPath.all(), ClassPath.processor(Path.of(arguments[3])));
        double compile = javac.compile(set.write(folder.resolve("src")), classes) / 1e9;
        report(set, classes, compile);

        String url = "jdbc:sqlite:" + folder.resolve("many.db");
        String path = classes + File.pathSeparator + classPath;
        System.out.printf(
                "creating the tables %d ms%n", opening(path, url, "create").wall());
        for (String mode : List.of("reopen", "existing")) {
            List<Opening> times = new ArrayList<>();
            checkLoaded(run(path, url, mode, "-Xlog:class+load:stdout"));
            for (int i = 0; i < turns; i++) {
                times.add(opening(path, url, mode));
            }
            times.sort(Comparator.comparingLong(Opening::wall));
            System.out.printf(
                    "%-9s median %5d ms  min %5d  max %5d; processor time of the thread %5d ms%n",
                    mode,
                    times.get(turns / 2).wall(),
                    times.get(0).wall(),
                    times.get(turns - 1).wall(),
                    times.stream().mapToLong(Opening::cpu).sorted().toArray()[turns / 2]);
        }
        Folders.delete(folder);
    }

    private static void report(ModelSet set, Path classes, double compile) throws IOException {
        List<Path> sources = Folders.files(Javac.sources(classes), ".java");
        System.out.printf(
                "%d models of %d columns: compiled in %.1f s, %d generated lines and %d KB of classes a model%n",
                set.models(),
                set.columns(),
                compile,
                sources.stream().mapToLong(Folders::lines).sum() / set.models(),
                Folders.files(classes, ".class").stream()
                                .mapToLong(Folders::size)
                                .sum()
                        / 1024
                        / set.models());
    }

    /** Checks that no class of a model was loaded before one was used. */
    private static void checkLoaded(String output) {
        List<String> loaded = Arrays.stream(output.split("OPENED")[0].split("\n"))
                .filter(line -> line.contains(" many.M"))
                .filter(line -> !line.contains(" many.Models_"))
                .toList();
        if (!loaded.isEmpty()) {
            throw new IllegalStateException("loaded without need: " + loaded);
        }
    }

    private static Opening opening(String classPath, String url, String mode) throws IOException, InterruptedException {
        String[] times = run(classPath, url, mode, "-Xlog:disable")
                .replaceAll("(?s).*OPENED (\\d+ \\d+).*", "$1")
                .split(" ");
        return new Opening(Long.parseLong(times[0]), Long.parseLong(times[1]));
    }

    /** Opens in a new JVM, and gives what it wrote. */
    private static String run(String classPath, String url, String mode, String log)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        log,
                        "-cp",
                        classPath,
                        OpenTime.class.getName(),
                        url,
                        mode)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException("opening failed");
        }
        return output;
    }

    private static void open(String url, boolean existing) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long cpu = threads.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        try (DataFlow df = DataFlow.builder().url(url).existingSchema(existing).build()) {
            System.out.println("OPENED " + (System.nanoTime() - start) / 1_000_000 + " "
                    + (threads.getCurrentThreadCpuTime() - cpu) / 1_000_000);
            df.node(ModelSet.name(1) + "CountNode").run(Map.of());
        }
    }

    /** The times of one opening in milliseconds: by the clock, and of the processor, which other programs disturb less. */
    private record Opening(long wall, long cpu) {}
}
