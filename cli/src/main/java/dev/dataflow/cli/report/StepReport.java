package dev.dataflow.cli.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step of a plan.
 *
 * @param number its number, from 1
 * @param phase {@code expand} or {@code contract}
 * @param changes what it changes, in words
 * @param statements its SQL
 * @param transaction where it runs
 * @param locks the locks it takes; null when that is not known
 * @param time how long it takes, and so holds its locks at least
 * @param rows what is known about the rows of its tables
 * @param risk how risky it is
 * @param score from 0 to 100; null when it is not known
 * @param points what the score comes from
 * @param failures what it will fail on, counted
 * @param losses the data that go with it
 * @param undo what takes it back
 */
public record StepReport(
        int number,
        String phase,
        List<String> changes,
        List<String> statements,
        String transaction,
        @Nullable List<LockReport> locks,
        TimeReport time,
        String rows,
        Risk risk,
        @Nullable Integer score,
        List<PointReport> points,
        List<String> failures,
        List<String> losses,
        UndoReport undo) {

    /** What is written where nothing is known. */
    public static final String UNKNOWN = "unknown";

    /** Copies the lists. */
    public StepReport {
        changes = List.copyOf(changes);
        statements = List.copyOf(statements);
        locks = locks == null ? null : List.copyOf(locks);
        points = List.copyOf(points);
        failures = List.copyOf(failures);
        losses = List.copyOf(losses);
    }

    /** Its locks for people. */
    public String lock() {
        if (locks == null) {
            return UNKNOWN;
        }
        return locks.isEmpty()
                ? "none"
                : String.join(
                        ", ", locks.stream().map(LockReport::name).distinct().toList());
    }

    /** What is done while they are held, for people. */
    public String work() {
        if (locks == null) {
            return UNKNOWN;
        }
        return locks.isEmpty()
                ? "none"
                : String.join(
                        ", ", locks.stream().map(LockReport::work).distinct().toList());
    }

    /** What it changes, as short as can be: the first of its changes, and how many more there are. */
    public String brief() {
        return changes.size() <= 1 ? change() : changes.get(0) + " and " + (changes.size() - 1) + " more";
    }

    /** What it changes, in one line. */
    public String change() {
        return String.join("; ", changes);
    }
}
