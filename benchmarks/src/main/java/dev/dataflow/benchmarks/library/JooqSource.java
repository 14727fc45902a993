package dev.dataflow.benchmarks.library;

import dev.dataflow.benchmarks.bulk.BulkPeer;
import dev.dataflow.benchmarks.bulk.JooqBulk;
import dev.dataflow.benchmarks.rows.JooqPeer;
import dev.dataflow.benchmarks.rows.Peer;
import dev.dataflow.benchmarks.source.PeerSource;
import dev.dataflow.benchmarks.web.JooqWeb;
import dev.dataflow.benchmarks.web.WebPeer;
import java.util.Map;
import org.jooq.Constants;

/** jOOQ. */
public final class JooqSource implements PeerSource {

    /** For the service loader. */
    public JooqSource() {}

    @Override
    public String name() {
        return "jooq";
    }

    @Override
    public String version() {
        return Constants.FULL_VERSION;
    }

    @Override
    public int order() {
        return 2;
    }

    @Override
    public Map<Class<?>, Opening> kinds() {
        return Map.of(Peer.class, JooqPeer::new, BulkPeer.class, JooqBulk::new, WebPeer.class, JooqWeb::new);
    }
}
