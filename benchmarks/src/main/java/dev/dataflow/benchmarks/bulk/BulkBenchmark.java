package dev.dataflow.benchmarks.bulk;

import dev.dataflow.testing.Engine;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * 10,000 rows of ten columns: DataFlow, JDBC batches and, on PostgreSQL, text COPY and unnest. On a machine that does other
 * things too, {@link BulkComparison} says more.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 15)
@Measurement(iterations = 25)
@Fork(1)
public class BulkBenchmark {

    /** The database. */
    @Param({"POSTGRESQL", "MYSQL", "SQLITE"})
    public Engine engine;

    /** What is done. */
    @Param({"create", "createReturning", "update", "upsert", "delete"})
    public String work;

    /** Who does it; not each is there for all work and databases, and what is not there is reported as failed. */
    @Param({"jdbc", "copy", "unnest", "dataflow"})
    public String candidate;

    private BulkWork database;

    /** Opens a database. */
    @Setup
    public void open() {
        database = new BulkWork(engine, 10_000);
        if (!database.candidates(work).containsKey(candidate)) {
            database.close();
            throw new IllegalStateException("there is no " + candidate + " for " + work + " on " + engine);
        }
    }

    /** Brings the table to where the work starts. */
    @Setup(Level.Invocation)
    public void prepare() {
        database.prepare(work);
    }

    /** Does it. */
    @Benchmark
    public Object run() {
        return database.candidates(work).get(candidate).run();
    }

    /** Closes the database. */
    @TearDown
    public void close() {
        database.close();
    }
}
