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
import org.openjdk.jmh.infra.Blackhole;

/** What reads a table of a million rows. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 9, time = 1)
@Fork(1)
public class ManyRowsBenchmark {

    /** A page of 100 rows near the first, in the order of stock and key. */
    @Benchmark
    public Object pageFirst(ManyRows.First pages, Allocation allocation) {
        return pages.next();
    }

    /** A page of 100 rows near the last. */
    @Benchmark
    public Object pageDeep(ManyRows.Deep pages, Allocation allocation) {
        return pages.next();
    }

    /** All rows, one after the other. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public void stream(ManyRows.All all, Allocation allocation, Blackhole hole) {
        all.peer().stream(hole::consume);
    }
}
