package dev.dataflow.benchmarks.report;

import dev.dataflow.testing.Engine;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * What one benchmark measured.
 *
 * @param work what was done
 * @param engine on which database
 * @param peer by whom
 * @param time the median
 * @param unit of the time
 * @param bytes the median of what a call allocates in the client
 */
record Figure(String work, Engine engine, String peer, double time, String unit, double bytes) {

    static Figure of(RunResult run) {
        Result<?> primary = run.getPrimaryResult();
        String name = run.getParams().getBenchmark();
        return new Figure(
                name.substring(name.lastIndexOf('.') + 1),
                Engine.valueOf(run.getParams().getParam("engine")),
                run.getParams().getParam("peer"),
                primary.getStatistics().getPercentile(50),
                primary.getScoreUnit(),
                bytes(run));
    }

    private static double bytes(RunResult run) {
        for (String key : run.getSecondaryResults().keySet()) {
            if (key.endsWith("gc.alloc.rate.norm")) {
                Result<?> bytes = run.getSecondaryResults().get(key);
                return bytes.getStatistics().getPercentile(50);
            }
        }
        return Double.NaN;
    }
}
