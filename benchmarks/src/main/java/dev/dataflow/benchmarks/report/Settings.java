package dev.dataflow.benchmarks.report;

import dev.dataflow.benchmarks.turns.Turn;
import dev.dataflow.testing.Engine;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How long a comparison is, from system properties.
 *
 * @param engines {@code comparison.engines}
 * @param works {@code comparison.works}: a regular expression of names
 * @param turns {@code comparison.turns}: the most turns that a peer has of some work
 * @param millis {@code comparison.millis}: how long a turn is
 * @param warmup {@code comparison.warmup}: how long, in milliseconds, each peer does some work before its turns
 * @param further {@code comparison.further}: for how long, in milliseconds, those have more turns of some work whose ratio may
 *     be on either side of its limit
 * @param rows {@code comparison.rows}: the rows of the table of many rows
 * @param bulkRows {@code comparison.bulkRows}: the rows of a bulk call
 * @param processor {@code comparison.processor}: our processor's jar, for the models of cold starts
 */
record Settings(
        List<Engine> engines,
        Pattern works,
        int turns,
        int millis,
        int warmup,
        int further,
        int rows,
        int bulkRows,
        Path processor) {

    /** Rounds after which those who are far behind have no more turns; all rounds of what takes long. */
    static final int ENOUGH = 3;

    /** Warm-ups that the first work of its pace has. */
    private static final int FIRST = 5;

    /** Of the fastest's time: who takes longer is far behind. */
    static final double FAR = 2;

    static Settings read() {
        return new Settings(
                Arrays.stream(System.getProperty("comparison.engines", "POSTGRESQL MYSQL SQLITE")
                                .trim()
                                .toUpperCase(Locale.ROOT)
                                .split("[ ,]+"))
                        .map(Engine::valueOf)
                        .toList(),
                Pattern.compile(System.getProperty("comparison.works", ".*")),
                Integer.getInteger("comparison.turns", 9),
                Integer.getInteger("comparison.millis", 150),
                Integer.getInteger("comparison.warmup", 1000),
                Integer.getInteger("comparison.further", 12_000),
                Integer.getInteger("comparison.rows", 1_000_000),
                Integer.getInteger("comparison.bulkRows", 10_000),
                Path.of(System.getProperty("comparison.processor", "")));
    }

    List<Work> chosen() {
        return Work.all().stream()
                .filter(work -> works.matcher(work.name()).matches())
                .toList();
    }

    /** Whether cold starts are measured, too. */
    boolean startup() {
        return works.matcher("coldStart").matches();
    }

    /** A turn of some work. */
    Turn turn(Work work) {
        return new Turn(work.benchmark(), work.threads(), millis);
    }

    /** How many turns. */
    int turns(Work work) {
        return work.pace() == Work.Pace.LONG_SHOTS ? Math.min(turns, ENOUGH) : turns;
    }

    /** A turn that comes before them: a long one, or one of several. */
    Turn warmup(Work work) {
        return work.pace() == Work.Pace.CALLS ? new Turn(work.benchmark(), work.threads(), warmup) : turn(work);
    }

    /** For how long turns come before them: shots know no time, and a part of theirs is for filling tables. */
    long warmupNanos(Work work) {
        return work.pace() == Work.Pace.SHOTS ? 2_000_000L * warmup : 0;
    }

    /** For how long the first work of its pace is done before it is measured. */
    long firstWarmupNanos() {
        return FIRST * 1_000_000L * warmup;
    }

    /** For how long there are further turns. */
    long furtherNanos() {
        return 1_000_000L * further;
    }

    String text() {
        return ("each peer in a JVM of its own; %d turns of %d ms for each work (writes: of 1,000 calls, bulk work: of one"
                        + " call), %d where a call takes a second or a peer twice the time of the fastest, one peer after the"
                        + " other, and for up to %d s more of those whose ratio may be on either side of its limit; after %d"
                        + " ms of warm-up each (writes and bulk work: twice that, the first work: five times, and all its turns once before); a table of"
                        + " %,d rows for pages and streams, %,d rows in a bulk call")
                .formatted(turns, millis, Math.min(turns, ENOUGH), further / 1000, warmup, rows, bulkRows);
    }
}
