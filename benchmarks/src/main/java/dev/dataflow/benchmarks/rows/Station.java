package dev.dataflow.benchmarks.rows;

import dev.dataflow.benchmarks.source.Database;
import dev.dataflow.benchmarks.source.Database.Purpose;
import dev.dataflow.benchmarks.source.OpenOnce;
import dev.dataflow.benchmarks.source.PeerSource;
import dev.dataflow.testing.Engine;
import java.util.List;

/** A peer on its table. */
final class Station {

    /** The system property with the URL of a database whose table has many rows already. */
    static final String MANY_URL = "benchmarks.many.url";

    private final OfferRows table;
    private final Peer<?> peer;
    private List<Long> ids = List.of();
    private boolean written;

    private Station(Database database, Engine engine, String peer) {
        this.table = new OfferRows(database);
        this.peer = PeerSource.named(peer).open(Peer.class, database.pool(), engine);
    }

    /** The one of the JVM for the table of a few rows. */
    static Station of(Engine engine, String peer) {
        return OpenOnce.get(
                Station.class,
                engine + " " + peer,
                () -> new Station(Database.open(engine, Purpose.CALLS), engine, peer));
    }

    /** The one of the JVM for a table of many rows, which it fills unless that was done before. */
    static Station ofMany(Engine engine, String peer, int rows, Purpose purpose) {
        return OpenOnce.get(Station.class, engine + " " + peer + " " + rows + " " + purpose, () -> {
            String url = System.getProperty(MANY_URL);
            Station station = new Station(Database.open(engine, url, purpose), engine, peer);
            if (url == null) {
                station.table.refill(rows);
            }
            return station;
        });
    }

    Peer<?> peer() {
        return peer;
    }

    /** The keys of a table of so many rows, which is only read. */
    List<Long> rows(int count) {
        if (written || ids.size() != count) {
            ids = table.refill(count);
            written = false;
        }
        return ids;
    }

    /** The same, filled anew and about to be written. */
    List<Long> fresh(int count) {
        ids = table.refill(count);
        written = true;
        return ids;
    }
}
