package dev.dataflow.benchmarks.report;

import dev.dataflow.benchmarks.turns.Turn;
import dev.dataflow.testing.Engine;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How long a comparison is, from system properties.
 *
 * @param engines {@code comparison.engines}
 * @param works {@code comparison.works}: a regular expression of names
 * @param turns {@code comparison.turns}: the turns that each peer has of each work
 * @param millis {@code comparison.millis}: how long a turn is
 * @param warmup {@code comparison.warmup}: how long, in milliseconds, each peer does some work before its turns
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
        int rows,
        int bulkRows,
        Path processor) {

    /** Turns of what takes long. */
    private static final int LONG_TURNS = 3;

    static Settings read() {
        return new Settings(
                Arrays.stream(System.getProperty("comparison.engines", "POSTGRESQL MYSQL SQLITE")
                                .trim()
                                .toUpperCase(Locale.ROOT)
                                .split("[ ,]+"))
                        .map(Engine::valueOf)
                        .toList(),
                Pattern.compile(System.getProperty("comparison.works", ".*")),
                Integer.getInteger("comparison.turns", 7),
                Integer.getInteger("comparison.millis", 150),
                Integer.getInteger("comparison.warmup", 1000),
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
        return work.pace() == Work.Pace.LONG_SHOTS ? Math.min(turns, LONG_TURNS) : turns;
    }

    /** What comes before them: one long turn, or several of shots, which know no time. */
    List<Turn> warmups(Work work) {
        return switch (work.pace()) {
            case CALLS -> List.of(new Turn(work.benchmark(), work.threads(), warmup));
            case SHOTS -> Collections.nCopies(Math.max(1, warmup / 250), turn(work));
            case LONG_SHOTS -> List.of(turn(work));
        };
    }

    String text() {
        return ("each peer in a JVM of its own; %d turns of %d ms for each work (writes: of 1,000 calls, bulk work: of one"
                        + " call, streams: %d), one peer after the other, after %d ms of warm-up each; a table of %,d rows"
                        + " for pages and streams, %,d rows in a bulk call")
                .formatted(turns, millis, Math.min(turns, LONG_TURNS), warmup, rows, bulkRows);
    }
}
