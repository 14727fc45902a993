package dev.dataflow.benchmarks.peers;

import dev.dataflow.benchmarks.web.Fortune;
import dev.dataflow.benchmarks.web.WebPeer;
import dev.dataflow.benchmarks.web.World;
import dev.dataflow.testing.Engine;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Jdbi's fluent API. */
final class JdbiWeb implements WebPeer {

    private static final RowMapper<World> WORLD = (row, context) -> new World(row.getLong(1), row.getInt(2));
    private static final RowMapper<Fortune> FORTUNE = (row, context) -> new Fortune(row.getLong(1), row.getString(2));

    private final Jdbi jdbi;

    JdbiWeb(DataSource pool, Engine engine) {
        jdbi = Jdbi.create(pool);
    }

    @Override
    public World world(long id) {
        return jdbi.withHandle(handle -> world(handle, id));
    }

    private static World world(Handle handle, long id) {
        return handle.createQuery("select id, random_number from worlds where id = :id")
                .bind("id", id)
                .map(WORLD)
                .one();
    }

    @Override
    public List<World> worlds(long[] ids) {
        return jdbi.withHandle(handle -> {
            List<World> worlds = new ArrayList<>(ids.length);
            for (long id : ids) {
                worlds.add(world(handle, id));
            }
            return worlds;
        });
    }

    @Override
    public void update(List<World> worlds) {
        jdbi.useTransaction(handle -> {
            try (PreparedBatch batch =
                    handle.prepareBatch("update worlds set random_number = :number where id = :id")) {
                for (World world : worlds) {
                    batch.bind("number", world.randomNumber())
                            .bind("id", world.id())
                            .add();
                }
                batch.execute();
            }
        });
    }

    @Override
    public List<Fortune> fortunes() {
        return jdbi.withHandle(handle -> handle.createQuery("select id, message from fortunes")
                .map(FORTUNE)
                .list());
    }
}
