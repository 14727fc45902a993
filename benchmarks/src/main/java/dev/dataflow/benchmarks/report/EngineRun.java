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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All works of all peers on one engine. Each peer has its own database; the table of many rows is only read and shared. */
final class EngineRun implements AutoCloseable {

    private static final int SECONDS_PER_TURN = 180;

    private final Engine engine;
    private final Settings settings;
    private final Figures figures;
    private final List<TestDatabase> databases = new ArrayList<>();
    private final Map<String, WorkerProcess> workers = new LinkedHashMap<>();

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

    /** Has all peers do some work in turns. */
    void measure(Work work) throws InterruptedException {
        List<String> peers = new ArrayList<>();
        for (PeerSource source : PeerSource.all(work.kind(), engine)) {
            if (source.does(work.name(), engine) && workers.containsKey(source.name())) {
                peers.add(source.name());
            }
        }
        Map<String, List<Sample>> samples = new LinkedHashMap<>();
        for (String peer : List.copyOf(peers)) {
            for (Turn turn : settings.warmups(work)) {
                if (peers.contains(peer) && !take(work, peer, turn, new ArrayList<>())) {
                    peers.remove(peer);
                }
            }
        }
        for (int turn = 0; turn < settings.turns(work); turn++) {
            for (int i = 0; i < peers.size(); i++) {
                // each turn starts with another peer
                String peer = peers.get((turn + i) % peers.size());
                take(work, peer, settings.turn(work), samples.computeIfAbsent(peer, name -> new ArrayList<>()));
            }
        }
        samples.forEach((peer, all) -> {
            // a peer that failed in the middle has no figure
            if (all.size() == settings.turns(work)) {
                figures.add(Figure.of(work, engine, peer, all));
            }
        });
    }

    private boolean take(Work work, String peer, Turn turn, List<Sample> samples) throws InterruptedException {
        try {
            samples.add(workers.get(peer).take(turn));
            return true;
        } catch (IllegalStateException e) {
            figures.fail(engine + ", " + work.name() + ", " + peer, e);
            return false;
        }
    }

    @Override
    public void close() {
        workers.values().forEach(WorkerProcess::close);
        databases.forEach(TestDatabase::close);
    }
}
