package dev.dataflow.benchmarks.peers;

import dev.dataflow.benchmarks.web.Fortune;
import dev.dataflow.benchmarks.web.WebPeer;
import dev.dataflow.benchmarks.web.World;
import dev.dataflow.testing.Engine;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.hibernate.StatelessSession;

/** Hibernate's stateless session. */
final class HibernateWeb implements WebPeer {

    private final HibernateSessions sessions;

    HibernateWeb(DataSource pool, Engine engine) {
        sessions = new HibernateSessions(pool, engine, HibernateWorld.class, HibernateFortune.class);
    }

    @Override
    public World world(long id) {
        return sessions.session(session -> world(session, id));
    }

    private static World world(StatelessSession session, long id) {
        HibernateWorld row = session.get(HibernateWorld.class, id);
        return new World(row.id, row.randomNumber);
    }

    @Override
    public List<World> worlds(long[] ids) {
        return sessions.session(session -> {
            List<World> worlds = new ArrayList<>(ids.length);
            for (long id : ids) {
                worlds.add(world(session, id));
            }
            return worlds;
        });
    }

    @Override
    public void update(List<World> worlds) {
        sessions.inTransaction(session -> session.updateMultiple(worlds.stream()
                .map(world -> new HibernateWorld(world.id(), world.randomNumber()))
                .toList()));
    }

    @Override
    public List<Fortune> fortunes() {
        return sessions.session(
                session -> session.createSelectionQuery("from HibernateFortune", HibernateFortune.class).list().stream()
                        .map(row -> new Fortune(row.id, row.message))
                        .toList());
    }

    @Override
    public void close() {
        sessions.close();
    }
}
