package dev.dataflow.benchmarks.web;

import dev.dataflow.benchmarks.source.Database;
import dev.dataflow.benchmarks.source.Database.Purpose;
import dev.dataflow.benchmarks.source.PeerSource;
import dev.dataflow.testing.Engine;
import java.util.ArrayList;
import java.util.List;

/** Whether all peers read and write the same. */
public final class WebAgreement {

    private static final long[] KEYS = {7, 3, 9_999};

    private WebAgreement() {}

    /**
     * Checks the peers on the class path.
     *
     * @return their names
     * @throws IllegalStateException where a peer gives something other than JDBC by hand
     */
    public static List<String> check(Engine engine) {
        List<String> names = new ArrayList<>();
        List<Object> expected = List.of();
        try (Database database = Database.open(engine, null, Purpose.BATCHES)) {
            WebRows.fill(database.dataFlow());
            for (PeerSource source : PeerSource.all(WebPeer.class, engine)) {
                try (WebPeer peer = source.open(WebPeer.class, database.pool(), engine)) {
                    List<Object> given = work(peer);
                    expected = names.isEmpty() ? given : expected;
                    if (!expected.equals(given)) {
                        throw new IllegalStateException(
                                "%s on %s: expected %s but got %s".formatted(source.name(), engine, expected, given));
                    }
                }
                names.add(source.name());
            }
        }
        return names;
    }

    private static List<Object> work(WebPeer peer) {
        peer.update(List.of(new World(3L, 1), new World(7L, 2), new World(9_999L, 3)));
        List<Object> results = new ArrayList<>();
        results.add(peer.worlds(KEYS));
        peer.update(List.of(new World(3L, 11), new World(7L, 12), new World(9_999L, 13)));
        results.add(peer.worlds(KEYS));
        results.add(peer.world(3));
        results.add(FortunesPage.html(peer.fortunes()));
        return results;
    }
}
