package dev.dataflow.benchmarks.rows;

import dev.dataflow.testing.Engine;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** Twice as many threads as the pool has connections; {@code -t} sets how many. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Threads(16)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 9, time = 2)
@Fork(1)
public class ThreadsBenchmark {

    /** A peer on a filled table. */
    @State(Scope.Benchmark)
    public static class Shared {

        /** The database. */
        @Param({"POSTGRESQL", "MYSQL", "SQLITE"})
        public Engine engine;

        /** The peer. */
        @Param({"jdbc", "dataflow"})
        public String peer;

        private final AtomicInteger threads = new AtomicInteger();
        private Peer<?> opened;
        private List<Long> ids;

        /** Opens both. */
        @Setup
        public void open() {
            Station station = Station.of(engine, peer);
            opened = station.peer();
            ids = station.fresh(Trial.ROWS);
        }
    }

    /** Where a thread is in the table; each begins elsewhere. */
    @State(Scope.Thread)
    public static class Turn {

        private int next;

        /** Spreads the threads over the table. */
        @Setup
        public void begin(Shared shared) {
            next = shared.threads.getAndIncrement() * 311 % Trial.ROWS;
        }

        int next() {
            next = (next + 1) % Trial.ROWS;
            return next;
        }
    }

    /** One row by key. */
    @Benchmark
    public Object read(Shared shared, Turn turn) {
        return shared.opened.read(shared.ids.get(turn.next()));
    }

    /** One row by a filter. */
    @Benchmark
    public List<?> list1(Shared shared, Turn turn) {
        return shared.opened.listEqual(1 + turn.next());
    }

    /** An update that returns how many rows it changed. */
    @Benchmark
    public long updateCount(Shared shared, Turn turn) {
        int row = turn.next();
        return shared.opened.updateCount(shared.ids.get(row), "A title that is written", row);
    }
}
