package dev.dataflow.benchmarks.bulk;

import dev.dataflow.benchmarks.turns.Allocation;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** 10,000 rows of ten columns in one call. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 15)
@Measurement(iterations = 25)
@Fork(1)
public class BulkBenchmark {

    /** New rows. */
    @Benchmark
    public void bulkCreate(BulkTrial.Empty trial, Allocation allocation) {
        trial.station().create();
    }

    /** New rows, whose keys are returned. */
    @Benchmark
    public Object bulkCreateReturning(BulkTrial.Empty trial, Allocation allocation) {
        return trial.station().createReturning();
    }

    /** All columns by key. */
    @Benchmark
    public void bulkUpdate(BulkTrial.Full trial, Allocation allocation) {
        trial.station().update();
    }

    /** By number; half of them exist. */
    @Benchmark
    public void bulkUpsert(BulkTrial.Half trial, Allocation allocation) {
        trial.station().upsert();
    }

    /** All by one condition. */
    @Benchmark
    public long bulkDelete(BulkTrial.Full trial, Allocation allocation) {
        return trial.station().delete();
    }
}
