package dev.dataflow.migrations.diff;

import java.util.ArrayList;
import java.util.List;

/**
 * What of several things is not in both of two lists. What is equal is the same; what differs in anything goes and comes.
 *
 * @param gone what only the first has
 * @param come what only the second has
 * @param <T> the things
 */
record PartDiff<T>(List<T> gone, List<T> come) {

    static <T> PartDiff<T> of(List<T> before, List<T> after) {
        List<T> gone = new ArrayList<>(before);
        List<T> come = new ArrayList<>();
        for (T each : after) {
            // one of several equal ones stands for one only
            if (!gone.remove(each)) {
                come.add(each);
            }
        }
        return new PartDiff<>(gone, come);
    }
}
