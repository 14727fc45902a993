package dev.dataflow.benchmarks.report;

import dev.dataflow.benchmarks.source.PeerSource;
import dev.dataflow.benchmarks.turns.Sample;
import dev.dataflow.testing.Engine;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** All figures of a run, and what failed. */
final class Figures {

    private final List<Figure> all = new ArrayList<>();
    private final Set<String> failures = new LinkedHashSet<>();

    void add(Figure figure) {
        all.add(figure);
    }

    void fail(String what, Throwable why) {
        String line = what + ": " + why.getMessage();
        System.out.println("FAILED " + line);
        failures.add(line);
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    List<Engine> engines() {
        return all.stream().map(Figure::engine).distinct().toList();
    }

    /** The peers of a section, in the order of all tables. */
    List<String> peers(Engine engine, Work.Section section) {
        List<String> measured = all.stream()
                .filter(figure -> figure.engine() == engine && figure.work().section() == section)
                .map(Figure::peer)
                .toList();
        return PeerSource.all().stream()
                .map(PeerSource::name)
                .filter(measured::contains)
                .toList();
    }

    List<Work> works(Engine engine, Work.Section section) {
        return all.stream()
                .filter(figure -> figure.engine() == engine && figure.work().section() == section)
                .map(Figure::work)
                .distinct()
                .toList();
    }

    Optional<Figure> of(Engine engine, String work, String peer) {
        return all.stream()
                .filter(figure -> figure.engine() == engine
                        && figure.work().name().equals(work)
                        && figure.peer().equals(peer))
                .findFirst();
    }

    /** A value of a peer as a multiple of JDBC's; empty where one was not measured. */
    Optional<Ratio> ratio(Engine engine, String work, String peer, ToDoubleFunction<Sample> value) {
        return ratio(engine, work, peer, work, Limits.JDBC, value);
    }

    /** A value of a peer's work as a multiple of another's. */
    Optional<Ratio> ratio(
            Engine engine, String work, String peer, String base, String other, ToDoubleFunction<Sample> value) {
        Optional<Figure> first = of(engine, work, peer);
        Optional<Figure> second = of(engine, base, other);
        return first.isPresent() && second.isPresent()
                ? Optional.of(first.get().ratio(second.get(), value))
                : Optional.empty();
    }
}
