package dev.dataflow.benchmarks.peers;

import dev.dataflow.benchmarks.web.Fortune;
import dev.dataflow.benchmarks.web.WebPeer;
import dev.dataflow.benchmarks.web.World;
import dev.dataflow.testing.Engine;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Micronaut Data's repositories. */
final class MicronautWeb implements WebPeer {

    private final MicronautContext context;
    private final MicronautWorlds worlds;
    private final MicronautFortunes fortunes;
    private final TransactionOperations<Connection> transactions;

    MicronautWeb(DataSource pool, Engine engine) {
        context = new MicronautContext(pool, engine);
        worlds = context.repository(PostgresqlWorlds.class, MysqlWorlds.class);
        fortunes = context.repository(PostgresqlFortunes.class, MysqlFortunes.class);
        transactions = context.transactions();
    }

    @Override
    public World world(long id) {
        MicronautWorld row = worlds.findById(id).orElseThrow();
        return new World(row.id(), row.randomNumber());
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
        List<MicronautWorld> rows = changed.stream()
                .map(world -> new MicronautWorld(world.id(), world.randomNumber()))
                .toList();
        transactions.executeWrite(status -> worlds.updateAll(rows));
    }

    @Override
    public List<Fortune> fortunes() {
        return fortunes.findAll().stream()
                .map(row -> new Fortune(row.id(), row.message()))
                .toList();
    }

    @Override
    public void close() {
        context.close();
    }
}
