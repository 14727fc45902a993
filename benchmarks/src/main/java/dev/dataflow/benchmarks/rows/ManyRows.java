package dev.dataflow.benchmarks.rows;

import dev.dataflow.benchmarks.source.Database.Purpose;
import dev.dataflow.benchmarks.source.OpenOnce;
import dev.dataflow.testing.Engine;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A peer on a table of many rows, which it only reads. */
@State(Scope.Benchmark)
public class ManyRows {

    static final int PAGE = 100;
    private static final int PAGES = 20;

    /** The database. */
    @Param({"POSTGRESQL", "MYSQL", "SQLITE"})
    public Engine engine;

    /** The peer. */
    @Param({"jdbc", "dataflow", "jooq"})
    public String peer;

    /** The rows of the table. */
    @Param("1000000")
    public int rows;

    /** The peer, as it opens the table for calls or for streams. */
    private Peer<?> peer(Purpose purpose) {
        return Station.ofMany(engine, peer, rows, purpose).peer();
    }

    /** Pages one after the other, some of them over and over. */
    abstract static class Walk {

        private RowPage<?> start;
        private RowPage<?> page;
        private int pages;

        /** Starts behind so many rows, which takes long where there are many: it is done once. */
        void from(ManyRows table, int offset) {
            start = OpenOnce.get(
                    RowPage.class,
                    table.engine + " " + table.peer + " " + offset,
                    () -> table.peer(Purpose.CALLS).page(offset, PAGE));
            page = start;
        }

        RowPage<?> next() {
            page = page.next();
            if (++pages % PAGES == 0) {
                page = start;
            }
            return page;
        }
    }

    /** Pages at the start of the table. */
    @State(Scope.Benchmark)
    public static class First extends Walk {
        /** Reads the page before. */
        @Setup
        public void open(ManyRows table) {
            from(table, 0);
        }
    }

    /** Pages at its end. */
    @State(Scope.Benchmark)
    public static class Deep extends Walk {
        /** Reads the page before. */
        @Setup
        public void open(ManyRows table) {
            from(table, table.rows - (PAGES + 2) * PAGE);
        }
    }

    /** All rows. */
    @State(Scope.Benchmark)
    public static class All {

        private Peer<?> peer;

        /** Opens it. */
        @Setup
        public void open(ManyRows table) {
            peer = table.peer(Purpose.STREAMS);
        }

        Peer<?> peer() {
            return peer;
        }
    }
}
