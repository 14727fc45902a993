package dev.dataflow.benchmarks.rows;

import dev.dataflow.benchmarks.turns.Allocation;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** What reads a table of few rows. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 9, time = 1)
@Fork(1)
public class QueryBenchmark {

    /** One row by key. */
    @Benchmark
    public Object read(Trial trial, Allocation allocation) {
        return trial.peer().read(trial.id());
    }

    /** 100 rows. */
    @Benchmark
    public List<?> list100(Trial trial, Allocation allocation) {
        return trial.peer().list(trial.turn() % (Trial.ROWS - 100), 100);
    }

    /** One row by a filter, which DataFlow caches by its shape. */
    @Benchmark
    public List<?> list1(Trial trial, Allocation allocation) {
        return trial.peer().listEqual(1 + trial.turn());
    }

    /** One row by a condition that may be any. */
    @Benchmark
    public List<?> list1Condition(Trial trial, Allocation allocation) {
        return trial.peer().listCondition(1 + trial.turn());
    }

    /** A count of few rows. */
    @Benchmark
    public long count(Trial trial, Allocation allocation) {
        return trial.peer().count(Trial.ROWS - 100);
    }

    /** Two groups of 500 rows each. */
    @Benchmark
    public List<StockTotal> aggregate(Trial trial, Allocation allocation) {
        return trial.peer().totals(Trial.ROWS - 1000);
    }
}
