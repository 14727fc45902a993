package dev.dataflow.benchmarks.bulk;

import dev.dataflow.benchmarks.source.Database;
import dev.dataflow.benchmarks.source.Database.Purpose;
import dev.dataflow.benchmarks.source.OpenOnce;
import dev.dataflow.benchmarks.source.PeerSource;
import dev.dataflow.benchmarks.turns.Preparation;
import dev.dataflow.testing.Engine;
import java.util.List;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A peer, its rows, and the table as it is before they are written. */
@State(Scope.Benchmark)
public abstract class BulkTrial {

    /** The database. */
    @Param({"POSTGRESQL", "MYSQL", "SQLITE"})
    public Engine engine;

    /** Who does it. */
    @Param({"jdbc", "dataflow"})
    public String peer;

    /** How many rows. */
    @Param("10000")
    public int bulkRows;

    private Station<?> station;

    /** Opens the database, fills the table and makes the rows, before each iteration, which is one call. */
    @Setup(Level.Iteration)
    public void prepare() {
        Preparation.run(() -> {
            station = OpenOnce.get(Station.class, engine + " " + peer, () -> Station.open(engine, peer));
            station.take(rows(station.table()));
            return station;
        });
    }

    /** Prepares the table, and gives the rows that are written to it. */
    abstract List<Product> rows(BulkRows table);

    Station<?> station() {
        return station;
    }

    /** A peer with rows of its class. */
    static final class Station<R> {

        private final BulkRows table;
        private final BulkPeer<R> peer;
        private List<R> rows = List.of();

        private Station(BulkRows table, BulkPeer<R> peer) {
            this.table = table;
            this.peer = peer;
        }

        static Station<?> open(Engine engine, String peer) {
            Database database = Database.open(engine, Purpose.BATCHES);
            BulkRows table = new BulkRows(database);
            BulkPeer<?> opened = PeerSource.named(peer).open(BulkPeer.class, database.pool(), engine);
            return of(table, opened);
        }

        private static <R> Station<R> of(BulkRows table, BulkPeer<R> peer) {
            return new Station<>(table, peer);
        }

        BulkRows table() {
            return table;
        }

        void take(List<Product> products) {
            rows = products.stream().map(peer::row).toList();
        }

        void create() {
            peer.create(rows);
        }

        List<Long> createReturning() {
            return peer.createReturning(rows);
        }

        void update() {
            peer.update(rows);
        }

        void upsert() {
            peer.upsert(rows);
        }

        long delete() {
            return peer.delete(0);
        }
    }

    /** No rows, and all of them to be inserted. */
    @State(Scope.Benchmark)
    public static class Empty extends BulkTrial {
        @Override
        List<Product> rows(BulkRows table) {
            table.clear();
            return BulkRows.fresh(bulkRows).toList();
        }
    }

    /** Half of the rows. */
    @State(Scope.Benchmark)
    public static class Half extends BulkTrial {
        @Override
        List<Product> rows(BulkRows table) {
            table.fill(bulkRows, 2);
            return BulkRows.fresh(bulkRows).toList();
        }
    }

    /** All rows, to be updated or deleted. */
    @State(Scope.Benchmark)
    public static class Full extends BulkTrial {
        @Override
        List<Product> rows(BulkRows table) {
            return table.fill(bulkRows, 1);
        }
    }
}
