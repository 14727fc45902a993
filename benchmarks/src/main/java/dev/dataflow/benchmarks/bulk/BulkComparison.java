package dev.dataflow.benchmarks.bulk;

import dev.dataflow.testing.Engine;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * All candidates in turns, in one JVM: medians of time and of allocated bytes, means of processor time of client and server,
 * and their ratios to JDBC. Turns even out what else the machine does, which a benchmark after the other cannot.
 */
public final class BulkComparison {

    private BulkComparison() {}

    /** Engine, rows, turns, then kinds of work. */
    public static void main(String[] arguments) {
        Engine engine = Engine.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        int rows = Integer.parseInt(arguments[1]);
        int turns = Integer.parseInt(arguments[2]);
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (BulkWork work = new BulkWork(engine, rows)) {
            for (int i = 3; i < arguments.length; i++) {
                compare(work, arguments[i], turns, threads);
            }
        }
    }

    private static void compare(BulkWork work, String kind, int turns, com.sun.management.ThreadMXBean threads) {
        Map<String, List<Long>> times = new LinkedHashMap<>();
        Map<String, List<Long>> bytes = new LinkedHashMap<>();
        Map<String, Long> cpu = new LinkedHashMap<>();
        for (int turn = 0; turn < turns + turns / 2; turn++) {
            boolean warm = turn >= turns / 2;
            work.candidates(kind).forEach((name, task) -> {
                work.prepare(kind);
                long allocated = threads.getCurrentThreadAllocatedBytes();
                long used = cpu(threads);
                long start = System.nanoTime();
                task.run();
                long time = System.nanoTime() - start;
                long spent = cpu(threads) - used;
                allocated = threads.getCurrentThreadAllocatedBytes() - allocated;
                if (warm) {
                    times.computeIfAbsent(name, key -> new ArrayList<>()).add(time);
                    bytes.computeIfAbsent(name, key -> new ArrayList<>()).add(allocated);
                    cpu.merge(name, spent, Long::sum);
                }
            });
        }
        times.forEach((name, all) -> System.out.printf(
                Locale.ROOT,
                "%-16s %-9s %8.2f ms  x%.2f   %8.2f ms of CPU  x%.2f   %8d KB  x%.2f%n",
                kind,
                name,
                median(all) / 1e6,
                (double) median(all) / median(times.get("jdbc")),
                cpu.get(name) / 1e6 / all.size(),
                (double) cpu.get(name) / cpu.get("jdbc"),
                median(bytes.get(name)) / 1024,
                (double) median(bytes.get(name)) / median(bytes.get("jdbc"))));
    }

    /** What this thread and the database server have used so far; in ticks of 10 ms, so that only sums say something. */
    private static long cpu(com.sun.management.ThreadMXBean threads) {
        return threads.getCurrentThreadCpuTime()
                + ProcessHandle.current()
                        .descendants()
                        .mapToLong(process -> process.info()
                                .totalCpuDuration()
                                .map(Duration::toNanos)
                                .orElse(0L))
                        .sum();
    }

    private static long median(List<Long> values) {
        List<Long> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
