package dev.dataflow.benchmarks.rows;

import dev.dataflow.testing.Engine;
import java.util.List;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A peer on a filled table. Rows are taken in turn. */
@State(Scope.Benchmark)
public class Trial {

    /** The rows of the table when an iteration starts, as many as a batch of writes takes at most. */
    static final int ROWS = 5000;

    /** The database. */
    @Param({"POSTGRESQL", "MYSQL", "SQLITE"})
    public Engine engine;

    /** The peer; more of them are on the class path of the module of peers. */
    @Param({"jdbc", "dataflow", "jooq"})
    public String peer;

    private RowDatabase database;
    private Peer<?> opened;
    private List<Long> ids;
    private int next;
    private long fresh;

    /** Opens both. */
    @Setup
    public void open() {
        database = RowDatabase.open(engine);
        opened = PeerSource.named(peer).open(database.pool(), engine);
    }

    /** Fills the table anew, which keeps it at one size whatever the iteration before did. */
    @Setup(Level.Iteration)
    public void fill() {
        ids = database.refill(ROWS);
        next = 0;
        fresh = ROWS;
    }

    /** Closes both. */
    @TearDown
    public void close() {
        opened.close();
        database.close();
    }

    Peer<?> peer() {
        return opened;
    }

    /** The key of the next row. */
    long id() {
        return ids.get(turn());
    }

    /** A number from 0 to that of the rows less one. */
    int turn() {
        next = (next + 1) % ROWS;
        return next;
    }

    /** Values that are not in the table. */
    NewOffer values() {
        return NewOffer.of(++fresh);
    }
}
