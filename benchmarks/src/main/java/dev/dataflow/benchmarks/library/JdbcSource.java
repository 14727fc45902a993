package dev.dataflow.benchmarks.library;

import dev.dataflow.benchmarks.bulk.BulkPeer;
import dev.dataflow.benchmarks.bulk.JdbcBulk;
import dev.dataflow.benchmarks.rows.JdbcPeer;
import dev.dataflow.benchmarks.rows.Peer;
import dev.dataflow.benchmarks.source.PeerSource;
import dev.dataflow.benchmarks.web.JdbcWeb;
import dev.dataflow.benchmarks.web.WebPeer;
import java.util.Map;

/** JDBC by hand. */
public final class JdbcSource implements PeerSource {

    /** For the service loader. */
    public JdbcSource() {}

    @Override
    public String name() {
        return "jdbc";
    }

    @Override
    public String version() {
        return "as the drivers";
    }

    @Override
    public int order() {
        return 0;
    }

    @Override
    public Map<Class<?>, Opening> kinds() {
        return Map.of(Peer.class, JdbcPeer::new, BulkPeer.class, JdbcBulk::new, WebPeer.class, JdbcWeb::new);
    }
}
