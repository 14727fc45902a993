package dev.dataflow.benchmarks.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compiles the same entities without processors, with ours, and with Micronaut Data's, in turns and in a new JVM each time.
 * The first turn only warms the file cache and is not counted.
 */
public final class CompileTime {

    private CompileTime() {}

    /**
     * Compares.
     *
     * @param arguments how many models, columns and turns, our processor's jar, and the folder to compile in; without
     *     one, a temporary folder
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int models = Integer.parseInt(arguments[0]);
        int columns = Integer.parseInt(arguments[1]);
        int turns = Integer.parseInt(arguments[2]);
        List<Path> ours = ClassPath.processor(Path.of(arguments[3]));
        List<Path> classPath = ClassPath.all();

        Path folder = arguments.length > 4
                ? Files.createTempDirectory(Path.of(arguments[4]), "compile-time")
                : Files.createTempDirectory("compile-time");
        List<Side> sides = new ArrayList<>();
        sides.add(side(
                folder, "no processor", new ModelSet(models, columns, ModelSet.Style.PLAIN), classPath, List.of()));
        sides.add(side(folder, "DataFlow", new ModelSet(models, columns, ModelSet.Style.DATAFLOW), classPath, ours));
        if (ClassPath.hasMicronaut()) {
            ModelSet set = new ModelSet(models, columns, ModelSet.Style.MICRONAUT);
            sides.add(side(folder, "Micronaut Data", set, classPath, classPath));
        }
        System.out.printf(
                "%d models of %d columns, JDK %s, %d processors, seconds%n",
                models,
                columns,
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors());
        Map<String, List<Double>> times = new LinkedHashMap<>();
        for (int turn = 0; turn <= turns; turn++) {
            for (int i = 0; i < sides.size(); i++) {
                // each turn starts with another side
                Side side = sides.get((turn + i) % sides.size());
                double seconds = side.compile(folder.resolve("out-" + turn + "-" + i));
                if (turn > 0) {
                    times.computeIfAbsent(side.name(), ignored -> new ArrayList<>())
                            .add(seconds);
                }
            }
        }
        for (Side side : sides) {
            List<Double> sorted = times.get(side.name()).stream().sorted().toList();
            System.out.printf(
                    "%-15s median %6.2f  min %6.2f  max %6.2f%n",
                    side.name(), sorted.get(sorted.size() / 2), sorted.get(0), sorted.get(sorted.size() - 1));
        }
        Folders.delete(folder);
    }

    private static Side side(Path folder, String name, ModelSet set, List<Path> classPath, List<Path> processors)
            throws IOException {
        List<Path> files = set.write(folder.resolve(set.style().name()));
        return new Side(name, files, new Javac(classPath, processors));
    }

    /** One way to compile. */
    private record Side(String name, List<Path> files, Javac javac) {

        // a folder of its own: what deleting thousands of files costs the disk is not part of the next compile
        double compile(Path output) throws IOException, InterruptedException {
            return javac.compile(files, output) / 1e9;
        }
    }
}
