package dev.dataflow.benchmarks.report;

import dev.dataflow.benchmarks.turns.Sample;
import dev.dataflow.testing.Engine;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What was measured of a peer's work.
 *
 * @param work what was done
 * @param engine on which database
 * @param peer by whom
 * @param time the median time of a call in microseconds
 * @param bytes the median of what a call allocates in the client
 */
record Figure(Work work, Engine engine, String peer, double time, double bytes) {

    static Figure of(Work work, Engine engine, String peer, List<Sample> samples) {
        return new Figure(work, engine, peer, median(samples, Sample::micros), median(samples, Sample::bytes));
    }

    private static double median(List<Sample> samples, ToDoubleFunction<Sample> value) {
        double[] sorted = samples.stream().mapToDouble(value).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
