package dev.dataflow.benchmarks.turns;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The bytes that a thread allocates in an iteration, without those of filling tables, which JMH's own profiler counts too.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class Allocation {

    private long before;

    /** Starts to count. */
    @Setup(Level.Iteration)
    public void start() {
        before = Preparation.otherBytes();
    }

    /** The bytes since then. */
    public long bytes() {
        return Preparation.otherBytes() - before;
    }
}
