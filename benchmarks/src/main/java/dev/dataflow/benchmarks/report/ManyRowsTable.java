package dev.dataflow.benchmarks.report;

import dev.dataflow.benchmarks.rows.ManyRowsProgram;
import dev.dataflow.benchmarks.turns.Jvm;
import dev.dataflow.testing.Engine;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Has the table of many rows filled in a JVM with a small heap. */
final class ManyRowsTable {

    /** The most memory of that JVM, which the page names. */
    static final String HEAP = "64m";

    /**
     * How many rows were done in a second.
     *
     * @param engine the database
     * @param work create or stream
     * @param rows of how many
     * @param perSecond the rate
     */
    record Rate(Engine engine, String work, int rows, double perSecond) {}

    private ManyRowsTable() {}

    static List<Rate> fill(Engine engine, String url, int rows) throws IOException, InterruptedException {
        Process process = Jvm.start(
                List.of("-Xmx" + HEAP, "-XX:+ExitOnOutOfMemoryError"),
                ManyRowsProgram.class,
                List.of(engine.name(), url, String.valueOf(rows)));
        List<Rate> rates = new ArrayList<>();
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                String[] parts = line.split(" ");
                if (parts[0].equals("RATE")) {
                    rates.add(new Rate(engine, parts[1], Integer.parseInt(parts[2]), Double.parseDouble(parts[3])));
                }
            }
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException("filling a table with a heap of " + HEAP + " failed");
        }
        return rates;
    }
}
