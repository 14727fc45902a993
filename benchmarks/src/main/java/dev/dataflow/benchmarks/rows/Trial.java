package dev.dataflow.benchmarks.rows;

import dev.dataflow.testing.Engine;
import java.util.List;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A peer on a filled table that is read. Each row is taken as often as any other. */
@State(Scope.Benchmark)
public class Trial {

    /** The rows of the table, as many as a batch of writes takes at most. */
    static final int ROWS = 5000;

    /**
     * From one call's row to the next one's. A list of rows behind a high number skips more of them than others do, so that each
     * turn, however short, must have a share of all rows: this shares no divisor with their number.
     */
    private static final int STEP = 1877;

    /** The database. */
    @Param({"POSTGRESQL", "MYSQL", "SQLITE"})
    public Engine engine;

    /** The peer; more of them are on the class path of the module of peers. */
    @Param({"jdbc", "dataflow", "jooq"})
    public String peer;

    private Station station;
    private List<Long> ids;
    private int next;

    /** Opens both. */
    @Setup
    public void open() {
        station = Station.of(engine, peer);
        ids = fill(station);
    }

    List<Long> fill(Station table) {
        return table.rows(ROWS);
    }

    Peer<?> peer() {
        return station.peer();
    }

    /** The key of the next row. */
    long id() {
        return ids.get(turn());
    }

    /** A number from 0 to that of the rows less one, each once before one comes again. */
    int turn() {
        next = (next + STEP) % ROWS;
        return next;
    }

    /** Starts again with a table that is filled anew. */
    void renew() {
        ids = station.fresh(ROWS);
        next = 0;
    }

    /** A trial of writes. */
    @State(Scope.Benchmark)
    public static class Writing extends Trial {

        private long fresh;

        @Override
        List<Long> fill(Station table) {
            return List.of(); // each iteration does
        }

        /** Fills the table anew, which keeps it at one size whatever the iteration before did. */
        @Setup(Level.Iteration)
        public void start() {
            renew();
            fresh = ROWS;
        }

        /** Values that are not in the table. */
        NewOffer values() {
            return NewOffer.of(++fresh);
        }
    }
}
