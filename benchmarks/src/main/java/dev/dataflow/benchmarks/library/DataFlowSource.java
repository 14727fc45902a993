package dev.dataflow.benchmarks.library;

import dev.dataflow.benchmarks.bulk.BulkPeer;
import dev.dataflow.benchmarks.bulk.DataFlowBulk;
import dev.dataflow.benchmarks.rows.DataFlowPeer;
import dev.dataflow.benchmarks.rows.Peer;
import dev.dataflow.benchmarks.source.PeerSource;
import dev.dataflow.benchmarks.web.DataFlowWeb;
import dev.dataflow.benchmarks.web.WebPeer;
import java.util.Map;

/** Our nodes. */
public final class DataFlowSource implements PeerSource {

    /** For the service loader. */
    public DataFlowSource() {}

    @Override
    public String name() {
        return "dataflow";
    }

    @Override
    public String version() {
        return "this build";
    }

    @Override
    public int order() {
        return 1;
    }

    @Override
    public Map<Class<?>, Opening> kinds() {
        return Map.of(
                Peer.class,
                (pool, engine) -> new DataFlowPeer(pool),
                BulkPeer.class,
                (pool, engine) -> new DataFlowBulk(pool),
                WebPeer.class,
                (pool, engine) -> new DataFlowWeb(pool));
    }
}
