package dev.dataflow.benchmarks.report;

import dev.dataflow.benchmarks.scale.ColdStart;
import dev.dataflow.benchmarks.turns.Sample;
import dev.dataflow.testing.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What DataFlow is to reach, as multiples of JDBC unless said otherwise. What was not measured is left out. */
final class Targets {

    static final String OURS = "dataflow";

    private static final double FLAT = 1 / 0.9;
    private static final double PAGE = 1.2;
    private static final double STARTUP = 0.2;
    private static final double KILOBYTES = 100;

    private final Results results;
    private final Figures figures;
    private final List<Target> all = new ArrayList<>();

    Targets(Results results) {
        this.results = results;
        this.figures = results.figures();
    }

    List<Target> all() {
        for (Engine engine : figures.engines()) {
            for (Work.Section section : Work.Section.values()) {
                figures.works(engine, section).forEach(work -> byHand(engine, work.name()));
            }
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

    /** Ours as a multiple of what is written by hand. */
    private void byHand(Engine engine, String work) {
        Limits.time(engine, work, Limits.JDBC)
                .ifPresent(limit -> add(
                        engine,
                        work + ": time",
                        limit,
                        figures.ratio(engine, work, OURS, work, Limits.JDBC, Sample::micros)));
        Limits.bytes(engine, work)
                .ifPresent(limit -> add(
                        engine,
                        work + ": allocated bytes",
                        limit,
                        figures.ratio(engine, work, OURS, work, Limits.JDBC, Sample::bytes)));
        Limits.time(engine, work, "copy")
                .ifPresent(limit -> add(
                        engine,
                        work + ": time, of text COPY's",
                        limit,
                        figures.ratio(engine, work, OURS, work, "copy", Sample::micros)));
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
                    Optional.of(Ratio.of(rates.get(0).perSecond() / rates.get(1).perSecond())));
        }
    }

    /** Ours as a multiple of the fastest library's. */
    private void peers(Engine engine) {
        for (Work.Section section : Work.Section.values()) {
            for (Work work : figures.works(engine, section)) {
                Optional<Ratio> worst = Optional.empty();
                String fastest = "";
                for (String peer : figures.peers(engine, section)) {
                    Optional<Ratio> ratio = figures.ratio(engine, work.name(), OURS, work.name(), peer, Sample::micros);
                    if (Limits.library(peer)
                            && ratio.isPresent()
                            && ratio.get().median() > worst.map(Ratio::median).orElse(0.0)) {
                        worst = ratio;
                        fastest = peer;
                    }
                }
                add(engine, work.name() + ": time, of the fastest library's (" + fastest + ")", Limits.TIE, worst);
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
                    Ratio.of(ours.get().millis() / hibernate.get().millis())));
        }
        ours.ifPresent(startup -> all.add(
                new Target("KB of heap for a model", "SQLite", KILOBYTES, Ratio.of(startup.bytesPerModel() / 1024))));
    }

    private Optional<ColdStart.Startup> startup(String peer) {
        return results.startups().stream()
                .filter(startup -> startup.peer().equals(peer))
                .findFirst();
    }

    private void add(Engine engine, String what, double limit, Optional<Ratio> measured) {
        measured.ifPresent(value -> all.add(new Target(what, ResultsPage.title(engine), limit, value)));
    }
}
