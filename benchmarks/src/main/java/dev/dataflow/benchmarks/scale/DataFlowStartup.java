package dev.dataflow.benchmarks.scale;

import dev.dataflow.DataFlow;
import java.util.Map;

/** Opens many models and reads a row of the first one. */
public final class DataFlowStartup {

    private DataFlowStartup() {}

    /** Runs it; the arguments are a URL, how many models there are, and create or read. */
    public static void main(String[] arguments) {
        long start = System.nanoTime();
        try (DataFlow df = DataFlow.open(arguments[0])) {
            if (arguments[2].equals("create")) {
                df.node("M001CreateNode").run(row());
            }
            Object row = df.node("M001ReadNode").run(Map.of("id", 1L));
            Started.report(start);
            if (!row.toString().contains("A title")) {
                throw new IllegalStateException("no row: " + row);
            }
        }
    }

    private static Map<String, Object> row() {
        return Map.of(
                "title", "A title",
                "price", "1.50",
                "amount", 1,
                "active", true,
                "status", "OPEN",
                "due", "2026-01-31",
                "weight", 2L,
                "note", "A note");
    }
}
