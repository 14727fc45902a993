package dev.dataflow.benchmarks.trait;

import dev.dataflow.testing.Engine;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One model after the other, for JMH's profilers; {@link TraitCost} compares them in turns. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(2)
public class TraitBenchmark {

    /** The database. */
    @Param("SQLITE")
    public Engine engine;

    /** The model's traits. */
    @Param({"NONE", "SOFT_DELETE", "VERSIONS", "INDEXED", "TENANTS", "ALL"})
    public Trait trait;

    /** Whether by JDBC. */
    @Param("false")
    public boolean byHand;

    private Subject subject;
    private long next;

    /** Fills the table. */
    @Setup
    public void open() {
        subject = Subject.open(engine, trait, byHand);
    }

    /** Closes it. */
    @TearDown
    public void close() {
        subject.close();
    }

    /** One row by key. */
    @Benchmark
    public Object read() {
        return subject.calls().read(ArticleRows.id(next++));
    }

    /** 100 rows by one column. */
    @Benchmark
    public Object list() {
        return subject.calls().list(ArticleRows.title(next++));
    }

    /** The number of rows by one column. */
    @Benchmark
    public Object count() {
        return subject.calls().count(ArticleRows.title(next++));
    }

    /** One column of a row by key. */
    @Benchmark
    public Object update() {
        return subject.calls().update(ArticleRows.id(next), (int) next++);
    }
}
