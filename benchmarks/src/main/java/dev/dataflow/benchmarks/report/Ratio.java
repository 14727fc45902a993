package dev.dataflow.benchmarks.report;

import java.util.Arrays;
import java.util.Locale;

/**
 * A multiple, and how sure it is.
 *
 * @param median of all rounds
 * @param low where the interval starts that holds the true median in at least 95 of 100 runs
 * @param high where that interval ends
 */
record Ratio(double median, double low, double high) {

    /** Half of what is allowed to lie outside. */
    private static final double TAIL = 0.025;

    /** A value without rounds. */
    static Ratio of(double value) {
        return new Ratio(value, value, value);
    }

    /**
     * The median of rounds. The interval is the one of order statistics, which assumes nothing about the values: as many of the
     * sorted values are left out at each end as a fair coin's heads rarely stay below. Five rounds or fewer leave out none, and
     * are less sure.
     */
    static Ratio of(double[] rounds) {
        double[] sorted = rounds.clone();
        Arrays.sort(sorted);
        int left = leftOut(sorted.length);
        return new Ratio(median(sorted), sorted[left], sorted[sorted.length - 1 - left]);
    }

    /** The values at each end outside of the interval: the sum of the first binomial terms stays below the tail. */
    private static int leftOut(int count) {
        double term = Math.pow(0.5, count);
        double sum = term;
        int heads = 0;
        while (sum <= TAIL) {
            heads++;
            term = term * (count - heads + 1) / heads;
            sum += term;
        }
        return Math.max(0, heads - 1);
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Whether it may lie on either side of a limit. */
    boolean undecided(double limit) {
        return low <= limit && limit < high;
    }

    String text() {
        return low == high ? number(median) : number(median) + " (" + number(low) + "–" + number(high) + ")";
    }

    static String number(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%.0f", value);
    }
}
