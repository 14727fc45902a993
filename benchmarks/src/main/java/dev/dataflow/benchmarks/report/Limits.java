package dev.dataflow.benchmarks.report;

import dev.dataflow.testing.Engine;
import java.util.OptionalDouble;
import java.util.Set;

/** What DataFlow may take at most for some work, as multiples. */
final class Limits {

    /** Of the fastest library's time: measurements that differ by less are ties. */
    static final double TIE = 1.03;

    /** JDBC by hand, of which ours is a multiple. */
    static final String JDBC = "jdbc";

    private static final Set<String> BY_HAND = Set.of(JDBC, "copy", "unnest");

    /** Sixteen threads do at least 0.95 of JDBC's calls in the same time. */
    private static final double THREADS = 1 / 0.95;

    private static final double NONE = Double.NaN;

    private Limits() {}

    /** Whether a peer is a library, which DataFlow is to be ahead of. */
    static boolean library(String peer) {
        return !BY_HAND.contains(peer) && !peer.equals(Targets.OURS);
    }

    /** Of a peer's time; empty where there is no target. */
    static OptionalDouble time(Engine engine, String work, String peer) {
        if (library(peer)) {
            return OptionalDouble.of(TIE);
        }
        if (!peer.equals(JDBC)) {
            return peer.equals("copy") && work.equals("bulkCreate") ? OptionalDouble.of(0.85) : OptionalDouble.empty();
        }
        double limit = switch (work) {
            case "create", "read", "updateRow", "updateCount", "delete" -> 1.10;
            case "list1" -> 1.20;
            case "list100" -> 1.08;
            case "list1Condition" -> engine == Engine.SQLITE ? 1.7 : 1.25;
            case "read16", "list10016" -> THREADS;
            case "bulkCreate" -> engine == Engine.POSTGRESQL ? 0.50 : 1.05;
            case "bulkUpdate" -> engine == Engine.POSTGRESQL ? 0.42 : 1.05;
            case "bulkUpsert" -> engine == Engine.POSTGRESQL ? 0.80 : 1.05;
            case "bulkCreateReturning", "bulkDelete" -> engine == Engine.POSTGRESQL ? NONE : 1.05;
            default -> NONE;
        };
        return of(limit);
    }

    /** Of JDBC's allocated bytes; empty where there is no target. */
    static OptionalDouble bytes(Engine engine, String work) {
        double limit = switch (work) {
            case "create", "read", "updateRow", "updateCount", "delete" -> 1.5;
            case "list1" -> 2.0;
            case "list100" -> 1.3;
            case "list1Condition" -> 3.0;
            case "bulkCreate" -> engine == Engine.POSTGRESQL ? 0.5 : 1.1;
            case "bulkUpdate", "bulkUpsert" -> engine == Engine.POSTGRESQL ? 1.0 : 1.1;
            case "bulkCreateReturning", "bulkDelete" -> engine == Engine.POSTGRESQL ? NONE : 1.1;
            default -> NONE;
        };
        return of(limit);
    }

    private static OptionalDouble of(double limit) {
        return Double.isNaN(limit) ? OptionalDouble.empty() : OptionalDouble.of(limit);
    }
}
