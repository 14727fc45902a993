package dev.dataflow.benchmarks.report;

import dev.dataflow.testing.Engine;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * All figures of a run.
 *
 * @param all in the order of their measurement
 */
record Figures(List<Figure> all) {

    List<Engine> engines() {
        return all.stream().map(Figure::engine).distinct().toList();
    }

    List<String> peers(Engine engine) {
        return all.stream()
                .filter(figure -> figure.engine() == engine)
                .map(Figure::peer)
                .distinct()
                .toList();
    }

    List<String> works(Engine engine) {
        return all.stream()
                .filter(figure -> figure.engine() == engine)
                .map(Figure::work)
                .distinct()
                .toList();
    }

    Optional<Figure> of(Engine engine, String work, String peer) {
        return all.stream()
                .filter(figure -> figure.engine() == engine
                        && figure.work().equals(work)
                        && figure.peer().equals(peer))
                .findFirst();
    }

    /** A value of a peer as a multiple of JDBC's; empty where one was not measured. */
    Optional<Double> ratio(Engine engine, String work, String peer, ToDoubleFunction<Figure> value) {
        return of(engine, work, peer)
                .flatMap(figure ->
                        of(engine, work, "jdbc").map(jdbc -> value.applyAsDouble(figure) / value.applyAsDouble(jdbc)))
                .filter(Double::isFinite);
    }
}
