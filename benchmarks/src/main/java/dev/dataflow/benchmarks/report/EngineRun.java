package dev.dataflow.benchmarks.report;

import dev.dataflow.benchmarks.source.Database;
import dev.dataflow.benchmarks.source.PeerSource;
import dev.dataflow.benchmarks.turns.Sample;
import dev.dataflow.benchmarks.turns.Turn;
import dev.dataflow.benchmarks.turns.WorkerProcess;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.testing.TestDatabases;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** All works of all peers on one engine. Each peer has its own database; the table of many rows is only read and shared. */
final class EngineRun implements AutoCloseable {

    private static final int SECONDS_PER_TURN = 180;

    private final Engine engine;
    private final Settings settings;
    private final Figures figures;
    private final List<TestDatabase> databases = new ArrayList<>();
    private final Map<String, WorkerProcess> workers = new LinkedHashMap<>();
    private final Set<String> warm = new HashSet<>();

    /**
     * Starts the peers' JVMs.
     *
     * @param many the URL of the database with the table of many rows
     */
    EngineRun(Engine engine, Settings settings, Figures figures, String many) {
        this.engine = engine;
        this.settings = settings;
        this.figures = figures;
        for (PeerSource source : PeerSource.all()) {
            if (source.supports(engine)) {
                start(source, many);
            }
        }
    }

    private void start(PeerSource source, String many) {
        TestDatabase database = TestDatabases.create(engine);
        databases.add(database);
        try {
            workers.put(
                    source.name(),
                    new WorkerProcess(
                            engine.name(),
                            source.name(),
                            List.of("rows=" + settings.rows(), "bulkRows=" + settings.bulkRows()),
                            List.of(
                                    "-Xmx1g",
                                    "-D" + Database.URL + "=" + database.url(),
                                    "-Dbenchmarks.many.url=" + many),
                            SECONDS_PER_TURN));
        } catch (IOException e) {
            figures.fail(engine + ", " + source.name(), e);
        }
    }

    /**
     * Has all peers do some work in turns that count for nothing. The first work is otherwise measured while a JVM compiles
     * what all works use, and the more a peer has of that the longer it takes.
     */
    void rehearse(Work work) throws InterruptedException {
        List<String> peers = ready(work);
        for (int round = 0; round < settings.turns(work); round++) {
            round(work, round, peers, new LinkedHashMap<>());
        }
    }

    /** Has all peers do some work in turns. */
    void measure(Work work) throws InterruptedException {
        List<String> peers = ready(work);
        Map<String, Figure> measured = new LinkedHashMap<>();
        int round = 0;
        for (; round < settings.turns(work); round++) {
            if (round == Settings.ENOUGH) {
                leave(peers, measured);
            }
            round(work, round, peers, measured);
        }
        long end = System.nanoTime() + settings.furtherNanos();
        for (; System.nanoTime() < end; round++) {
            if (round % settings.turns(work) == 0) {
                peers.retainAll(undecided(work, measured));
            }
            if (peers.isEmpty()) {
                break;
            }
            round(work, round, peers, measured);
        }
        measured.values().forEach(figures::add);
    }

    /** Those who do it, warmed up. */
    private List<String> ready(Work work) throws InterruptedException {
        List<String> peers = new ArrayList<>();
        for (PeerSource source : PeerSource.all(work.kind(), engine)) {
            if (source.does(work.name(), engine) && workers.containsKey(source.name()) && warmUp(work, source.name())) {
                peers.add(source.name());
            }
        }
        return peers;
    }

    /** Ours and those who may be on either side of what ours may take of their time; none when all is decided. */
    private Set<String> undecided(Work work, Map<String, Figure> measured) {
        Set<String> undecided = new HashSet<>();
        Figure ours = measured.get(Targets.OURS);
        for (String peer : ours == null ? Set.<String>of() : measured.keySet()) {
            OptionalDouble limit = Limits.time(engine, work.name(), peer);
            if (limit.isPresent()
                    && ours.ratio(measured.get(peer), Sample::micros).undecided(limit.getAsDouble())) {
                undecided.add(peer);
                undecided.add(Targets.OURS);
            }
        }
        return undecided;
    }

    /** The first work of its pace compiles, in the peer's JVM, what all of them use, which takes longer. */
    private boolean warmUp(Work work, String peer) throws InterruptedException {
        boolean first = work.pace() != Work.Pace.LONG_SHOTS && warm.add(work.pace() + " " + peer);
        long nanos = first ? settings.firstWarmupNanos() : settings.warmupNanos(work);
        long end = System.nanoTime() + nanos;
        boolean works;
        do {
            works = take(work, peer, settings.warmup(work)).isPresent();
        } while (works && System.nanoTime() < end);
        return works;
    }

    /** One turn of each, which starts with another peer each time. A peer that fails has no figure. */
    private void round(Work work, int round, List<String> peers, Map<String, Figure> measured)
            throws InterruptedException {
        List<String> order = new ArrayList<>(peers);
        Collections.rotate(order, -round);
        for (String peer : order) {
            Optional<Sample> sample = take(work, peer, settings.turn(work));
            if (sample.isEmpty()) {
                peers.remove(peer);
                measured.remove(peer);
            } else {
                Figure before = measured.getOrDefault(peer, new Figure(work, engine, peer, List.of()));
                measured.put(peer, before.and(sample.get()));
            }
        }
    }

    /** Leaves the further rounds to those that are near the fastest: more exactness would change nothing for the others. */
    private static void leave(List<String> peers, Map<String, Figure> measured) {
        double fastest = peers.stream()
                .mapToDouble(peer -> measured.get(peer).median(Sample::micros))
                .min()
                .orElse(0);
        peers.removeIf(peer -> measured.get(peer).median(Sample::micros) > Settings.FAR * fastest);
    }

    private Optional<Sample> take(Work work, String peer, Turn turn) throws InterruptedException {
        try {
            return Optional.of(workers.get(peer).take(turn));
        } catch (IllegalStateException e) {
            figures.fail(engine + ", " + work.name() + ", " + peer, e);
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        workers.values().forEach(WorkerProcess::close);
        databases.forEach(TestDatabase::close);
    }
}
