package dev.dataflow.migrations.risk;

import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.fact.Measure;
import dev.dataflow.migrations.fact.ServerFacts;
import dev.dataflow.migrations.fact.TableFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * What much writing does to a server: replicas fall behind, and its disk gets full. What is unknown counts as if they were
 * behind and it were full.
 */
final class Strain {

    /** What each of the two adds at most to the load of a table that is written. */
    private static final double MOST = 0.5;

    /** Between so many bytes, or seconds, a replica goes from following to being late. */
    private static final double FEW_BYTES = 16L << 20;

    private static final double MANY_BYTES = 1L << 30;
    private static final double FEW_SECONDS = 1;
    private static final double MANY_SECONDS = 60;

    private final ServerFacts server;
    private final TableFacts table;
    private final EngineFamily family;

    /**
     * Looks at a server.
     *
     * @param server what is known of it
     * @param table what is known of the table that is written
     * @param family what the server is
     */
    Strain(ServerFacts server, TableFacts table, EngineFamily family) {
        this.server = server;
        this.table = table;
        this.family = family;
    }

    /** By what the load of a table is to be multiplied: from 1 to 2. */
    double factor() {
        return 1 + MOST * lag() + MOST * room();
    }

    /** Whether a rewrite is known to need more room than there is. */
    boolean isShort() {
        return needed().isPresent()
                && server.freeBytes().isKnown()
                && needed().getAsDouble() > server.freeBytes().value().getAsDouble();
    }

    /** The facts, in words; what is unknown is named once. */
    String words() {
        List<String> words = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        needed().ifPresent(bytes -> words.add("needs about " + megabytes(bytes)));
        server.freeBytes()
                .value()
                .ifPresentOrElse(
                        bytes -> words.add(megabytes(bytes) + " of disk are free"),
                        () -> unknown.add("free disk space"));
        if (server.replicationLagBytes().isKnown()
                || server.replicationLagSeconds().isKnown()) {
            words.add(behind());
        } else {
            unknown.add("replication lag");
        }
        if (!unknown.isEmpty()) {
            words.add(String.join(" and ", unknown) + " unknown");
        }
        return String.join(", ", words);
    }

    /** Why there is too little room; only where that is known. */
    String shortage() {
        return "needs about " + megabytes(needed().orElseThrow()) + ", and "
                + megabytes(server.freeBytes().value().orElseThrow()) + " of disk are free";
    }

    /** Where the facts are from. */
    Stream<Measure> measures() {
        return Stream.of(server.freeBytes(), server.replicationLagBytes(), server.replicationLagSeconds());
    }

    /** The new table, and where all that is written is logged before it ends, as much again. */
    private OptionalDouble needed() {
        if (!table.size().isKnown()) {
            return OptionalDouble.empty();
        }
        double bytes = table.size().value().getAsDouble();
        return OptionalDouble.of(family == EngineFamily.MYSQL ? bytes : 2 * bytes);
    }

    private double room() {
        OptionalDouble needed = needed();
        Measure free = server.freeBytes();
        return needed.isPresent() && free.isKnown()
                ? Math.min(1, needed.getAsDouble() / Math.max(1, free.value().getAsDouble()))
                : 1;
    }

    private double lag() {
        Measure bytes = server.replicationLagBytes();
        Measure seconds = server.replicationLagSeconds();
        if (!bytes.isKnown() && !seconds.isKnown()) {
            return 1;
        }
        return Math.max(between(bytes, FEW_BYTES, MANY_BYTES), between(seconds, FEW_SECONDS, MANY_SECONDS));
    }

    private String behind() {
        Measure bytes = server.replicationLagBytes();
        Measure seconds = server.replicationLagSeconds();
        if (isZero(server.replicas()) && isZero(bytes)) {
            return "no replicas";
        }
        List<String> late = new ArrayList<>();
        seconds.value().ifPresent(value -> late.add(String.format(Locale.ROOT, "%.0f s", value)));
        bytes.value().ifPresent(value -> late.add(megabytes(value)));
        return "replication lag " + String.join(" and ", late);
    }

    private static boolean isZero(Measure measure) {
        return measure.isKnown() && measure.value().getAsDouble() == 0;
    }

    private static double between(Measure measure, double few, double many) {
        return measure.isKnown() ? Math.max(0, Math.min(1, (measure.value().getAsDouble() - few) / (many - few))) : 0;
    }

    private static String megabytes(double bytes) {
        return String.format(Locale.ROOT, "%,.1f MB", bytes / 1_000_000);
    }
}
