package dev.dataflow.benchmarks.library;

import dev.dataflow.benchmarks.bulk.BulkPeer;
import dev.dataflow.benchmarks.bulk.CopyBulk;
import dev.dataflow.benchmarks.source.PeerSource;
import dev.dataflow.testing.Engine;
import java.util.Map;

/** JDBC with text COPY, on PostgreSQL. */
public final class CopySource implements PeerSource {

    /** For the service loader. */
    public CopySource() {}

    @Override
    public String name() {
        return "copy";
    }

    @Override
    public String version() {
        return "the driver's";
    }

    @Override
    public int order() {
        return 6;
    }

    @Override
    public boolean supports(Engine engine) {
        return engine == Engine.POSTGRESQL;
    }

    @Override
    public boolean does(String work, Engine engine) {
        return work.equals("bulkCreate");
    }

    @Override
    public Map<Class<?>, Opening> kinds() {
        return Map.of(BulkPeer.class, (pool, engine) -> new CopyBulk(pool));
    }
}
