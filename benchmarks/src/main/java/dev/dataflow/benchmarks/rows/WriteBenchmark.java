package dev.dataflow.benchmarks.rows;

import dev.dataflow.benchmarks.turns.Allocation;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** What writes, 1,000 calls after another on a table that is filled anew before them: its size would count otherwise. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 10, batchSize = WriteBenchmark.CALLS)
@Measurement(iterations = 15, batchSize = WriteBenchmark.CALLS)
@Fork(1)
public class WriteBenchmark {

    static final int CALLS = 1000;

    /** A new row. */
    @Benchmark
    public Object create(Trial.Writing trial, Allocation allocation) {
        return trial.peer().create(trial.values());
    }

    /** An update that returns the row. */
    @Benchmark
    public Object updateRow(Trial.Writing trial, Allocation allocation) {
        return trial.peer().update(trial.id(), "A title that is written", trial.turn());
    }

    /** An update that returns how many rows it changed. */
    @Benchmark
    public long updateCount(Trial.Writing trial, Allocation allocation) {
        return trial.peer().updateCount(trial.id(), "A title that is written", trial.turn());
    }

    /** A row less. */
    @Benchmark
    public boolean delete(Trial.Writing trial, Allocation allocation) {
        return trial.peer().delete(trial.id());
    }
}
