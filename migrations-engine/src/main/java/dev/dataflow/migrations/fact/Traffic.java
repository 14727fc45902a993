package dev.dataflow.migrations.fact;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and writes of tables each second: by two looks, or as an average since counting began. */
final class Traffic {

    /** What a server has counted of a table. */
    record Count(double writes, double reads) {}

    /** Counts of tables by their names. */
    interface Look {
        /** Takes a look; null values where the server does not tell. */
        Answer<Map<String, Count>> take() throws SQLException;
    }

    /**
     * Rates of a table.
     *
     * @param writes rows each second
     * @param reads reads each second
     */
    record Rates(Measure writes, Measure reads) {}

    private final Probes probes;
    private final String view;

    /**
     * Measures traffic.
     *
     * @param view where it is counted, for people
     */
    Traffic(Probes probes, String view) {
        this.probes = probes;
        this.view = view;
    }

    /**
     * Measures.
     *
     * @param look how to look
     * @param age for how many seconds it has been counted; null when that is unknown
     */
    Map<String, Rates> measure(Look look, Answer<Double> age) throws SQLException {
        Answer<Map<String, Count>> first = look.take();
        if (first.value() == null) {
            return Map.of();
        }
        long pause = probes.sampling();
        if (pause > 0) {
            long start = System.nanoTime();
            sleep(pause);
            Answer<Map<String, Count>> second = look.take();
            double seconds = (System.nanoTime() - start) / 1e9;
            if (second.value() != null) {
                String source = String.format(Locale.ROOT, "%s, two looks within %.1f s", view, seconds);
                return rates(first.value(), second.value(), seconds, source);
            }
        }
        @Nullable Double seconds = age.value();
        if (seconds == null || seconds <= 0) {
            return Map.of();
        }
        String source = String.format(Locale.ROOT, "%s, on average since counting began %.0f s ago", view, seconds);
        return rates(Map.of(), first.value(), seconds, source);
    }

    private static Map<String, Rates> rates(
            Map<String, Count> before, Map<String, Count> after, double seconds, String source) {
        Map<String, Rates> rates = new HashMap<>();
        after.forEach((table, count) -> {
            Count start = before.getOrDefault(table, new Count(0, 0));
            // counters that were reset in between say nothing about the time before
            double writes = Math.max(0, count.writes() - start.writes()) / seconds;
            double reads = Math.max(0, count.reads() - start.reads()) / seconds;
            rates.put(table, new Rates(Measure.of(writes, source), Measure.of(reads, source)));
        });
        return rates;
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
