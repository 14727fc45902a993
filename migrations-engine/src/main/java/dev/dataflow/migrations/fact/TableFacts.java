package dev.dataflow.migrations.fact;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What is known of a table. Each measure says where it is from, or why it is not known.
 *
 * @param table the name that it has now
 * @param rowCount how many rows it has
 * @param counted whether they were counted; otherwise the server estimates them
 * @param size its bytes, with indexes
 * @param writes rows written each second
 * @param reads reads each second
 * @param openTransaction for how many seconds the oldest transaction has been open that holds a lock on it; where a server
 *     does not tell about tables, the oldest there is
 * @param rowVersions how many instant changes its rows carry, of which MySQL lets there be 64
 * @param indexScans how often each index was used since statistics began, by its name
 * @param reading how many seconds it takes to read all its rows once: measured, of a large table on a part of them
 */
public record TableFacts(
        String table,
        Measure rowCount,
        boolean counted,
        Measure size,
        Measure writes,
        Measure reads,
        Measure openTransaction,
        Measure rowVersions,
        Map<String, Long> indexScans,
        Measure reading) {

    /** Copies the map. */
    public TableFacts {
        indexScans = Map.copyOf(indexScans);
    }

    /** What a server's statistics tell; no row was read. */
    public TableFacts(
            String table,
            Measure rowCount,
            boolean counted,
            Measure size,
            Measure writes,
            Measure reads,
            Measure openTransaction,
            Measure rowVersions,
            Map<String, Long> indexScans) {
        this(
                table,
                rowCount,
                counted,
                size,
                writes,
                reads,
                openTransaction,
                rowVersions,
                indexScans,
                Measure.unknown("its rows were not read"));
    }

    /** Nothing is known. */
    public static TableFacts unknown(String table, String why) {
        Measure unknown = Measure.unknown(why);
        return new TableFacts(table, unknown, false, unknown, unknown, unknown, unknown, unknown, Map.of());
    }

    /** A table that is made by the same plan: nobody uses it, and it has no rows. */
    public static TableFacts created(String table) {
        Measure none = Measure.of(0, "the table is new");
        return new TableFacts(table, none, true, none, none, none, none, none, Map.of());
    }

    /** The same, but with rows that were counted. */
    public TableFacts withRows(long rows, String source) {
        return new TableFacts(
                table,
                Measure.of(rows, source),
                true,
                size,
                writes,
                reads,
                openTransaction,
                rowVersions,
                indexScans,
                reading);
    }

    /** The same, with the time that reading all its rows takes. */
    public TableFacts withReading(Measure seconds) {
        return new TableFacts(
                table, rowCount, counted, size, writes, reads, openTransaction, rowVersions, indexScans, seconds);
    }

    /** How many rows it has; empty when that is unknown. */
    public OptionalLong rows() {
        return whole(rowCount);
    }

    /** How large it is with its indexes; empty when that is unknown. */
    public OptionalLong bytes() {
        return whole(size);
    }

    /** How many rows are written each second; empty when that is unknown. */
    public OptionalDouble writesPerSecond() {
        return writes.value();
    }

    /** How often it is read each second; empty when that is unknown. */
    public OptionalDouble readsPerSecond() {
        return reads.value();
    }

    /** How long the oldest transaction is open that may stand in the way; empty when that is unknown. */
    public Optional<Duration> longestTransaction() {
        return openTransaction.isKnown()
                ? Optional.of(Duration.ofMillis((long) (openTransaction.value().getAsDouble() * 1_000)))
                : Optional.empty();
    }

    /** Whether it is known to have no rows: they were counted. */
    public boolean isEmpty() {
        return counted && rows().orElse(1) == 0;
    }

    /** Whether nothing is known of how large and how busy it is. */
    public boolean isUnmeasured() {
        return Stream.of(rowCount, size, writes, reads, openTransaction).noneMatch(Measure::isKnown);
    }

    /** What is not known of how large and how busy it is, in words, and why; all of its traffic is one. */
    public Map<String, String> unmeasured() {
        Map<String, Measure> measures = new LinkedHashMap<>();
        measures.put("rows", rowCount);
        measures.put("size", size);
        if (Stream.of(writes, reads, openTransaction).noneMatch(Measure::isKnown)) {
            measures.put("traffic", writes);
        } else {
            measures.put("writes", writes);
            measures.put("reads", reads);
            measures.put("oldest transaction", openTransaction);
        }
        Map<String, String> unmeasured = new LinkedHashMap<>();
        measures.forEach((name, measure) -> {
            if (!measure.isKnown()) {
                unmeasured.put(name, measure.source());
            }
        });
        return unmeasured;
    }

    private static OptionalLong whole(Measure measure) {
        return measure.isKnown() ? OptionalLong.of((long) measure.value().getAsDouble()) : OptionalLong.empty();
    }
}
