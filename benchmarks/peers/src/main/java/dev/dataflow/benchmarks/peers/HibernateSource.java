package dev.dataflow.benchmarks.peers;

import dev.dataflow.benchmarks.bulk.BulkPeer;
import dev.dataflow.benchmarks.rows.Peer;
import dev.dataflow.benchmarks.source.PeerSource;
import dev.dataflow.benchmarks.web.WebPeer;
import java.util.Map;

/** Hibernate. */
public final class HibernateSource implements PeerSource {

    /** For the service loader. */
    public HibernateSource() {}

    @Override
    public String name() {
        return "hibernate";
    }

    @Override
    public String version() {
        return Versions.of("hibernate");
    }

    @Override
    public int order() {
        return 3;
    }

    @Override
    public Map<Class<?>, Opening> kinds() {
        return Map.of(
                Peer.class, HibernatePeer::new, BulkPeer.class, HibernateBulk::new, WebPeer.class, HibernateWeb::new);
    }
}
