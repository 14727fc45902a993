package dev.dataflow.benchmarks.report;

import dev.dataflow.benchmarks.turns.Sample;
import dev.dataflow.testing.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What was measured of a peer's work.
 *
 * @param work what was done
 * @param engine on which database
 * @param peer by whom
 * @param samples of each round; the last rounds may be missing
 */
record Figure(Work work, Engine engine, String peer, List<Sample> samples) {

    /** Copies the list. */
    Figure {
        samples = List.copyOf(samples);
    }

    /** With the sample of a further round. */
    Figure and(Sample sample) {
        List<Sample> more = new ArrayList<>(samples);
        more.add(sample);
        return new Figure(work, engine, peer, more);
    }

    /** The median of a value. */
    double median(ToDoubleFunction<Sample> value) {
        return Ratio.of(samples.stream().mapToDouble(value).toArray()).median();
    }

    /**
     * The value as a multiple of another's: of the same work, the median of the rounds' ratios, since what slows a round down
     * meets both; else the ratio of the medians.
     */
    Ratio ratio(Figure other, ToDoubleFunction<Sample> value) {
        if (!work.equals(other.work)) {
            return Ratio.of(median(value) / other.median(value));
        }
        return Ratio.of(IntStream.range(0, Math.min(samples.size(), other.samples.size()))
                .mapToDouble(i -> value.applyAsDouble(samples.get(i)) / value.applyAsDouble(other.samples.get(i)))
                .toArray());
    }
}
