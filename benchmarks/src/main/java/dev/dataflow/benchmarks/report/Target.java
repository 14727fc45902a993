package dev.dataflow.benchmarks.report;

import java.util.Locale;

/**
 * What is to be reached, and what was.
 *
 * @param what in words
 * @param where the database, or nothing
 * @param limit the most that is allowed
 * @param measured what was measured
 */
record Target(String what, String where, double limit, Ratio measured) {

    boolean met() {
        return measured.median() <= limit;
    }

    private String verdict() {
        if (met()) {
            return "met";
        }
        return measured.undecided(limit) ? "missed, within the noise" : "**missed**";
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "| %s | %s | ≤ %s | %s | %s |%n",
                what,
                where,
                Ratio.number(limit),
                measured.text(),
                verdict());
    }
}
