package dev.dataflow.benchmarks.peers;

import dev.dataflow.benchmarks.bulk.BulkPeer;
import dev.dataflow.benchmarks.rows.Peer;
import dev.dataflow.benchmarks.source.PeerSource;
import dev.dataflow.benchmarks.web.WebPeer;
import dev.dataflow.testing.Engine;
import java.util.Map;

/** Micronaut Data. */
public final class MicronautSource implements PeerSource {

    /** For the service loader. */
    public MicronautSource() {}

    @Override
    public String name() {
        return "micronaut";
    }

    @Override
    public String version() {
        return Versions.of("micronaut");
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public boolean supports(Engine engine) {
        return engine == Engine.POSTGRESQL || engine == Engine.MYSQL;
    }

    /** Version 4 sets no fetch size, so that drivers read all rows of a stream into memory first. */
    @Override
    public boolean does(String work, Engine engine) {
        return !work.equals("stream");
    }

    @Override
    public Map<Class<?>, Opening> kinds() {
        return Map.of(
                Peer.class, MicronautPeer::new, BulkPeer.class, MicronautBulk::new, WebPeer.class, MicronautWeb::new);
    }
}
