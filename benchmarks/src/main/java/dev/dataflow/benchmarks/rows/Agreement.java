package dev.dataflow.benchmarks.rows;

import dev.dataflow.benchmarks.source.Database;
import dev.dataflow.benchmarks.source.Database.Purpose;
import dev.dataflow.benchmarks.source.PeerSource;
import dev.dataflow.testing.Engine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether all peers return and leave behind the same for the same work; nothing else is worth comparing. */
public final class Agreement {

    private static final int ROWS = 130;
    private static final String NOT_DONE = "the peer does not do this";
    private static final Instant ANY = Instant.EPOCH;

    private Agreement() {}

    /**
     * Checks the peers on the class path.
     *
     * @return the names of the peers that were compared
     * @throws IllegalStateException where a peer gives something other than JDBC by hand
     */
    public static List<String> check(Engine engine) {
        List<String> names = new ArrayList<>();
        List<?> expected = null;
        for (PeerSource source : PeerSource.all(Peer.class, engine)) {
            try (Database database = Database.open(engine, null, Purpose.STREAMS);
                    Peer<?> peer = source.open(Peer.class, database.pool(), engine)) {
                List<Object> given = work(database, peer, source, engine);
                if (expected == null) {
                    expected = given;
                }
                compare(engine, source, expected, given);
            }
            names.add(source.name());
        }
        return names;
    }

    private static void compare(Engine engine, PeerSource source, List<?> expected, List<Object> given) {
        for (int i = 0; i < expected.size(); i++) {
            if (given.get(i) != NOT_DONE && !Objects.equals(expected.get(i), given.get(i))) {
                throw new IllegalStateException("%s on %s, step %d: expected %s but got %s"
                        .formatted(source.name(), engine, i, expected.get(i), given.get(i)));
            }
        }
    }

    private static <R> List<Object> work(Database database, Peer<R> peer, PeerSource source, Engine engine) {
        List<Long> ids = new OfferRows(database).refill(ROWS);
        JdbcPeer stored = new JdbcPeer(database.pool(), engine);
        List<Object> results = new ArrayList<>();
        Offer created = peer.offer(peer.create(NewOffer.of(ROWS + 1)));
        results.add(relative(created, ids));
        results.add(created.equals(stored.read(created.id())));
        results.add(relative(row(peer, peer.read(ids.get(4))), ids));
        results.add(peer.read(-1) == null);
        Offer updated = peer.offer(peer.update(ids.get(5), "Other title", 999));
        results.add(relative(updated, ids));
        results.add(updated.equals(stored.read(updated.id())));
        results.add(updated.updatedAt().isAfter(updated.createdAt()));
        results.add(peer.updateCount(ids.get(6), "Another title", 998));
        results.add(peer.updateCount(-1, "Another title", 998));
        results.add(relative(stored.read(ids.get(6)), ids));
        results.add(peer.delete(ids.get(7)));
        results.add(peer.delete(ids.get(7)));
        rows(results, peer, peer.list(3, 100), ids);
        rows(results, peer, peer.listEqual(12), ids);
        rows(results, peer, peer.listCondition(13), ids);
        results.add(peer.count(20));
        RowPage<R> page = peer.page(2, 50);
        rows(results, peer, page.rows(), ids);
        rows(results, peer, page.next().rows(), ids);
        rows(results, peer, page.next().next().rows(), ids);
        results.add(source.does("stream", engine) ? streamed(peer, ids) : NOT_DONE);
        results.add(source.does("aggregate", engine) ? peer.totals(100) : NOT_DONE);
        return results;
    }

    private static <R> void rows(List<Object> results, Peer<R> peer, List<R> rows, List<Long> ids) {
        results.add(rows.size());
        rows.forEach(row -> results.add(relative(peer.offer(row), ids)));
    }

    /** All rows; databases may give them in any order. */
    private static <R> Set<Offer> streamed(Peer<R> peer, List<Long> ids) {
        Set<Offer> rows = new HashSet<>();
        peer.stream(row -> rows.add(relative(peer.offer(row), ids)));
        return rows;
    }

    private static <R> @Nullable Offer row(Peer<R> peer, @Nullable R row) {
        return row == null ? null : peer.offer(row);
    }

    /** Without what differs from run to run: keys count from the first row's, and times are compared elsewhere. */
    private static @Nullable Offer relative(@Nullable Offer row, List<Long> ids) {
        return row == null
                ? null
                : new Offer(
                        row.id() - ids.get(0),
                        row.number(),
                        row.title(),
                        row.description(),
                        row.stock(),
                        row.listed(),
                        row.price(),
                        row.changed(),
                        ANY,
                        ANY);
    }
}
