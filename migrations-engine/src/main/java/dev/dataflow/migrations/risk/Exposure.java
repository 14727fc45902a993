package dev.dataflow.migrations.risk;

import dev.dataflow.migrations.fact.Measure;
import dev.dataflow.migrations.fact.ServerFacts;
import dev.dataflow.migrations.fact.TableFacts;
import dev.dataflow.migrations.rule.Lock;
import dev.dataflow.migrations.rule.Match;
import dev.dataflow.migrations.rule.Work;
import dev.dataflow.migrations.schema.ServerVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How much a table is exposed to being held, from 0 to 1: by its size, by who is kept out, and by how much it is used. What is
 * unknown counts as if it were large.
 */
final class Exposure {

    /** Exposed as far as can be told: not much, but a lock is a lock. */
    private static final double LEAST = 0.05;

    private static final double NOBODY = 0.1;
    private static final double WRITES = 0.8;

    /** A brief lock waits for transactions, and who comes later waits for it. */
    private static final double WAIT = 0.3;

    private static final double LONG_TRANSACTION_SECONDS = 60;
    private static final double BUSY_PER_SECOND = 1_000;

    /** Between so many rows, or bytes, a table grows from small to large. */
    private static final double SMALL_ROWS = 1_000;

    private static final double LARGE_ROWS = 10_000_000;
    private static final double SMALL_BYTES = 1L << 20;
    private static final double LARGE_BYTES = 1L << 30;

    private static final long FEW_ROWS = 10_000;
    private static final long FEW_BYTES = 16L << 20;

    private final TableFacts table;
    private final Work work;
    private final Lock.Blocks blocks;
    private final Strain strain;
    private final boolean ofOneStatement;

    /**
     * Looks at a match.
     *
     * @param match what is done
     * @param version the server's version; a claim that was not measured there does not make a risk less
     * @param table what is known of the table
     * @param server what is known of the server
     */
    Exposure(Match match, ServerVersion version, TableFacts table, ServerFacts server) {
        this.table = table;
        this.ofOneStatement = match.rule().isOfOneStatement();
        this.strain = new Strain(server, table, match.claim().engine().family());
        boolean verified = match.claim().isVerifiedOn(version);
        Lock.Blocks own = match.claim().lock().blocks();
        Lock.Blocks others = match.claim().other().blocks();
        this.work = verified ? match.claim().work() : Work.REWRITE;
        this.blocks = !verified ? Lock.Blocks.READS_AND_WRITES : own.compareTo(others) >= 0 ? own : others;
    }

    /** Whether it was counted that a table is so small that nobody notices for how long it is held. */
    static boolean isSmall(TableFacts table) {
        return table.counted()
                && table.rows().orElse(Long.MAX_VALUE) <= FEW_ROWS
                && table.bytes().orElse(0) <= FEW_BYTES;
    }

    /** How much others are kept out. */
    double hold() {
        if (table.isEmpty()) {
            return isNew() ? 0 : LEAST;
        }
        double kept = switch (blocks) {
            case NOBODY -> NOBODY;
            case WRITES -> WRITES;
            case READS_AND_WRITES -> 1;
        };
        double traffic = traffic();
        double hold = work == Work.NONE ? 0 : kept * size() * traffic;
        double wait = blocks == Lock.Blocks.NOBODY ? 0 : WAIT * kept * waiting() * traffic;
        return Math.max(LEAST, Math.max(hold, wait));
    }

    /** How much the server has to do. */
    double load() {
        if (table.isEmpty()) {
            return isNew() ? 0 : LEAST;
        }
        if (work == Work.NONE) {
            return LEAST;
        }
        return Math.max(LEAST, Math.min(1, isWritten() ? size() * strain.factor() : size()));
    }

    /** From 0 for a small table to 1 for a large one; 1 when nobody knows. */
    double size() {
        boolean rows = table.rowCount().isKnown();
        boolean bytes = table.size().isKnown();
        if (!rows && !bytes) {
            return 1;
        }
        double byRows = rows ? between(table.rowCount(), SMALL_ROWS, LARGE_ROWS) : 0;
        double byBytes = bytes ? between(table.size(), SMALL_BYTES, LARGE_BYTES) : 0;
        return Math.max(byRows, byBytes);
    }

    /** The facts, in words. What is unknown is named once, not number by number. */
    String words() {
        String done = work == Work.NONE ? "no row is looked at, " : work.label() + ", ";
        // the claim of several statements is that of an example
        return table.table() + ": " + measures() + "; " + (ofOneStatement ? done : "") + "keeps out " + blocks.label();
    }

    private String measures() {
        if (table.isUnmeasured()) {
            return "size and traffic unknown";
        }
        List<String> known = new ArrayList<>();
        said(
                known,
                table.rowCount(),
                "%,.0f " + (table.rows().orElse(0) == 1 ? "row" : "rows") + (table.counted() ? "" : " (estimated)"),
                1);
        said(known, table.size(), "%,.1f MB", 1_000_000);
        said(known, table.writes(), "writes %.1f/s", 1);
        said(known, table.reads(), "reads %.1f/s", 1);
        said(known, table.openTransaction(), "oldest transaction %.0f s", 1);
        table.unmeasured().keySet().forEach(each -> known.add(each + " unknown"));
        return String.join(", ", known);
    }

    private static void said(List<String> known, Measure measure, String format, int unit) {
        measure.value().ifPresent(value -> known.add(String.format(Locale.ROOT, format, value / unit)));
    }

    /** Where the facts are from. */
    String source() {
        return sources(measured());
    }

    private Stream<Measure> measured() {
        return Stream.of(table.rowCount(), table.size(), table.writes(), table.openTransaction());
    }

    private static String sources(Stream<Measure> measures) {
        return measures.map(Measure::source).distinct().collect(Collectors.joining("; "));
    }

    /** The facts of the load, in words. */
    String loadWords() {
        return isWritten() ? words() + "; " + strain.words() : words();
    }

    /** Where the facts of the load are from. */
    String loadSource() {
        return isWritten() ? sources(Stream.concat(measured(), strain.measures())) : source();
    }

    /** Replicas and the disk have to take it as well. */
    private boolean isWritten() {
        return !table.isEmpty() && (work == Work.REWRITE || work == Work.INDEX_BUILD);
    }

    private double traffic() {
        Measure kept = blocks == Lock.Blocks.READS_AND_WRITES ? sum(table.reads(), table.writes()) : table.writes();
        return kept.isKnown()
                ? 0.5 + 0.5 * Math.min(1, Math.log10(1 + kept.value().getAsDouble()) / Math.log10(BUSY_PER_SECOND))
                : 1;
    }

    private double waiting() {
        Measure open = table.openTransaction();
        return open.isKnown() ? 0.1 + 0.9 * Math.min(1, open.value().getAsDouble() / LONG_TRANSACTION_SECONDS) : 1;
    }

    private boolean isNew() {
        return table.equals(TableFacts.created(table.table()));
    }

    private static Measure sum(Measure one, Measure other) {
        return one.isKnown() && other.isKnown()
                ? Measure.of(one.value().getAsDouble() + other.value().getAsDouble(), one.source())
                : Measure.unknown(one.source());
    }

    private static double between(Measure measure, double small, double large) {
        double value = measure.value().getAsDouble();
        return Math.max(0, Math.min(1, Math.log10(Math.max(1, value) / small) / Math.log10(large / small)));
    }
}
