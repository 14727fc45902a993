package dev.dataflow.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RatioTest {

    /** The ranks are those of tables for the median: 25 values leave out seven at each end, 15 three, 6 none. */
    @Test
    void theIntervalIsThatOfOrderStatistics() {
        assertThat(Ratio.of(upTo(25))).isEqualTo(new Ratio(13, 8, 18));
        assertThat(Ratio.of(upTo(15))).isEqualTo(new Ratio(8, 4, 12));
        assertThat(Ratio.of(upTo(6))).isEqualTo(new Ratio(3.5, 1, 6));
        assertThat(Ratio.of(upTo(3))).isEqualTo(new Ratio(2, 1, 3));
    }

    @Test
    void aLimitInsideIsUndecided() {
        assertThat(new Ratio(1.1, 1.0, 1.2).undecided(1.15)).isTrue();
        assertThat(new Ratio(1.1, 1.0, 1.2).undecided(1.2)).isFalse();
        assertThat(new Ratio(1.1, 1.0, 1.2).undecided(0.99)).isFalse();
    }

    private static double[] upTo(int count) {
        return IntStream.rangeClosed(1, count).mapToDouble(i -> i).toArray();
    }
}
