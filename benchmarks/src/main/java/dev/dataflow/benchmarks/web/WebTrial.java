package dev.dataflow.benchmarks.web;

import dev.dataflow.benchmarks.source.Database;
import dev.dataflow.benchmarks.source.Database.Purpose;
import dev.dataflow.benchmarks.source.OpenOnce;
import dev.dataflow.benchmarks.source.PeerSource;
import dev.dataflow.testing.Engine;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A peer on the filled tables. */
@State(Scope.Benchmark)
public class WebTrial {

    /** The database. */
    @Param({"POSTGRESQL", "MYSQL", "SQLITE"})
    public Engine engine;

    /** Who does it. */
    @Param({"jdbc", "dataflow", "jooq"})
    public String peer;

    private WebPeer opened;

    /** Opens both. */
    @Setup
    public void open() {
        opened = OpenOnce.get(WebPeer.class, engine + " " + peer, () -> {
            Database database = Database.open(engine, Purpose.BATCHES);
            WebRows.fill(database.dataFlow());
            database.settle("worlds", "fortunes");
            return PeerSource.named(peer).open(WebPeer.class, database.pool(), engine);
        });
    }

    WebPeer peer() {
        return opened;
    }

    /** What a thread asks for. */
    @State(Scope.Thread)
    public static class Requests {

        private final SplittableRandom random =
                new SplittableRandom(Thread.currentThread().getId());

        long id() {
            return number();
        }

        int number() {
            return 1 + random.nextInt(WebRows.WORLDS);
        }

        long[] ids(int count) {
            long[] ids = new long[count];
            for (int i = 0; i < count; i++) {
                ids[i] = id();
            }
            return ids;
        }
    }
}
