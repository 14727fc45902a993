package dev.dataflow.benchmarks.report;

import dev.dataflow.benchmarks.scale.ColdStart;
import dev.dataflow.benchmarks.source.PeerSource;
import dev.dataflow.benchmarks.turns.Sample;
import dev.dataflow.testing.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** What DataFlow is to reach, as multiples of JDBC unless said otherwise. What was not measured is left out. */
final class Targets {

    private static final String OURS = "dataflow";
    private static final String JDBC = "jdbc";

    /** Measurements that differ by less are ties. */
    private static final double TIE = 1.03;

    /** Sixteen threads do at least 0.95 of JDBC's calls in the same time. */
    private static final double THREADS = 1 / 0.95;

    private static final double FLAT = 1 / 0.9;
    private static final double PAGE = 1.2;
    private static final double STARTUP = 0.2;
    private static final double KILOBYTES = 100;

    /** JDBC by hand, of which ours is a multiple; no peers. */
    private static final Set<String> BY_HAND = Set.of(JDBC, "copy", "unnest");

    private final Results results;
    private final Figures figures;
    private final List<Target> all = new ArrayList<>();

    Targets(Results results) {
        this.results = results;
        this.figures = results.figures();
    }

    List<Target> all() {
        for (Engine engine : figures.engines()) {
            rows(engine);
            bulk(engine);
            add(engine, "read, 16 threads: time", THREADS, figures.ratio(engine, "read16", OURS, Sample::micros));
            add(engine, "list100, 16 threads: time", THREADS, figures.ratio(engine, "list10016", OURS, Sample::micros));
            add(
                    engine,
                    "page at the end of the table, of the first page's time",
                    PAGE,
                    figures.ratio(engine, "pageDeep", OURS, "pageFirst", OURS, Sample::micros));
            flat(engine, "create");
            flat(engine, "stream");
            peers(engine);
        }
        startups();
        return all;
    }

    private void rows(Engine engine) {
        for (String work : List.of("create", "read", "updateRow", "updateCount", "delete")) {
            ratios(engine, work, 1.10, 1.5);
        }
        ratios(engine, "list1", 1.20, 2.0);
        ratios(engine, "list100", 1.08, 1.3);
        ratios(engine, "list1Condition", engine == Engine.SQLITE ? 1.7 : 1.25, 3.0);
    }

    private void bulk(Engine engine) {
        if (engine != Engine.POSTGRESQL) {
            for (String work : List.of("bulkCreate", "bulkCreateReturning", "bulkUpdate", "bulkUpsert", "bulkDelete")) {
                ratios(engine, work, 1.05, 1.1);
            }
            return;
        }
        ratios(engine, "bulkCreate", 0.50, 0.5);
        add(
                engine,
                "bulkCreate: time, of text COPY's",
                0.85,
                figures.ratio(engine, "bulkCreate", OURS, "bulkCreate", "copy", Sample::micros));
        ratios(engine, "bulkUpdate", 0.42, 1.0);
        ratios(engine, "bulkUpsert", 0.80, 1.0);
    }

    private void ratios(Engine engine, String work, double time, double bytes) {
        add(engine, work + ": time", time, figures.ratio(engine, work, OURS, Sample::micros));
        add(engine, work + ": allocated bytes", bytes, figures.ratio(engine, work, OURS, Sample::bytes));
    }

    private void flat(Engine engine, String work) {
        List<ManyRowsTable.Rate> rates = results.rates().stream()
                .filter(rate -> rate.engine() == engine && rate.work().equals(work))
                .toList();
        if (rates.size() == 2) {
            add(
                    engine,
                    "%s %,d rows with a heap of %s: time for a row, of that of %,d"
                            .formatted(
                                    work,
                                    rates.get(1).rows(),
                                    ManyRowsTable.HEAP,
                                    rates.get(0).rows()),
                    FLAT,
                    OptionalDouble.of(rates.get(0).perSecond() / rates.get(1).perSecond()));
        }
    }

    /** Ours as a multiple of the fastest library's. */
    private void peers(Engine engine) {
        for (Work.Section section : Work.Section.values()) {
            for (Work work : figures.works(engine, section)) {
                OptionalDouble worst = OptionalDouble.empty();
                String fastest = "";
                for (PeerSource source : PeerSource.all()) {
                    String peer = source.name();
                    OptionalDouble ratio = figures.ratio(engine, work.name(), OURS, work.name(), peer, Sample::micros);
                    boolean library = !BY_HAND.contains(peer) && !peer.equals(OURS);
                    if (library && ratio.isPresent() && ratio.getAsDouble() > worst.orElse(0)) {
                        worst = ratio;
                        fastest = peer;
                    }
                }
                add(engine, work.name() + ": time, of the fastest library's (" + fastest + ")", TIE, worst);
            }
        }
    }

    private void startups() {
        Optional<ColdStart.Startup> ours = startup(OURS);
        Optional<ColdStart.Startup> hibernate = startup("hibernate");
        if (ours.isPresent() && hibernate.isPresent()) {
            all.add(new Target(
                    "cold start with 100 models and the first read, of Hibernate's time",
                    "SQLite",
                    STARTUP,
                    ours.get().millis() / hibernate.get().millis()));
        }
        ours.ifPresent(startup ->
                all.add(new Target("KB of heap for a model", "SQLite", KILOBYTES, startup.bytesPerModel() / 1024)));
    }

    private Optional<ColdStart.Startup> startup(String peer) {
        return results.startups().stream()
                .filter(startup -> startup.peer().equals(peer))
                .findFirst();
    }

    private void add(Engine engine, String what, double limit, OptionalDouble measured) {
        measured.ifPresent(value -> all.add(new Target(what, ResultsPage.title(engine), limit, value)));
    }
}
