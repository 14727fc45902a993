package dev.dataflow.benchmarks.peers;

import dev.dataflow.benchmarks.bulk.BulkPeer;
import dev.dataflow.benchmarks.rows.Peer;
import dev.dataflow.benchmarks.source.PeerSource;
import dev.dataflow.benchmarks.web.WebPeer;
import java.util.Map;

/** Jdbi. */
public final class JdbiSource implements PeerSource {

    /** For the service loader. */
    public JdbiSource() {}

    @Override
    public String name() {
        return "jdbi";
    }

    @Override
    public String version() {
        return Versions.of("jdbi");
    }

    @Override
    public int order() {
        return 4;
    }

    @Override
    public Map<Class<?>, Opening> kinds() {
        return Map.of(Peer.class, JdbiPeer::new, BulkPeer.class, JdbiBulk::new, WebPeer.class, JdbiWeb::new);
    }
}
