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
record Target(String what, String where, double limit, double measured) {

    boolean met() {
        return measured <= limit;
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "| %s | %s | ≤ %s | %s | %s |%n",
                what,
                where,
                number(limit),
                number(measured),
                met() ? "met" : "**missed**");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%.0f", value);
    }
}
