package dev.dataflow.benchmarks.web;

import dev.dataflow.DataFlow;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Our nodes. */
public final class DataFlowWeb implements WebPeer {

    private final DataFlow dataFlow;
    private final WorldNodes worlds;
    private final FortuneNodes fortunes;

    /** Opens it on a pool. */
    public DataFlowWeb(DataSource pool) {
        dataFlow = DataFlow.builder().dataSource(pool).build();
        worlds = WorldNodes.on(dataFlow);
        fortunes = FortuneNodes.on(dataFlow);
    }

    @Override
    public World world(long id) {
        return worlds.read(id).orElseThrow();
    }

    @Override
    public List<World> worlds(long[] ids) {
        List<World> rows = new ArrayList<>(ids.length);
        for (long id : ids) {
            rows.add(world(id));
        }
        return rows;
    }

    @Override
    public void update(List<World> changed) {
        worlds.bulkUpdate(changed);
    }

    @Override
    public List<Fortune> fortunes() {
        return fortunes.list(q -> {}).records();
    }

    @Override
    public void close() {
        dataFlow.close();
    }
}
