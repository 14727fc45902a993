package dev.dataflow.benchmarks.library;

import dev.dataflow.benchmarks.bulk.BulkPeer;
import dev.dataflow.benchmarks.bulk.UnnestBulk;
import dev.dataflow.benchmarks.source.PeerSource;
import dev.dataflow.testing.Engine;
import java.util.Map;

/** JDBC with arrays and unnest, on PostgreSQL. */
public final class UnnestSource implements PeerSource {

    /** For the service loader. */
    public UnnestSource() {}

    @Override
    public String name() {
        return "unnest";
    }

    @Override
    public String version() {
        return "the driver's";
    }

    @Override
    public int order() {
        return 7;
    }

    @Override
    public boolean supports(Engine engine) {
        return engine == Engine.POSTGRESQL;
    }

    @Override
    public boolean does(String work, Engine engine) {
        return work.equals("bulkUpdate") || work.equals("bulkUpsert");
    }

    @Override
    public Map<Class<?>, Opening> kinds() {
        return Map.of(BulkPeer.class, (pool, engine) -> new UnnestBulk(pool));
    }
}
