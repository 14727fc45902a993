package dev.dataflow.benchmarks.report;

import dev.dataflow.benchmarks.bulk.BulkBenchmark;
import dev.dataflow.benchmarks.bulk.BulkPeer;
import dev.dataflow.benchmarks.rows.ManyRowsBenchmark;
import dev.dataflow.benchmarks.rows.Peer;
import dev.dataflow.benchmarks.rows.QueryBenchmark;
import dev.dataflow.benchmarks.rows.WriteBenchmark;
import dev.dataflow.benchmarks.web.WebBenchmark;
import dev.dataflow.benchmarks.web.WebPeer;
import java.util.ArrayList;
import java.util.List;

/**
 * What is compared.
 *
 * @param name its name in tables
 * @param section under which it stands there
 * @param benchmark JMH's name of it
 * @param kind what a peer must have
 * @param threads how many
 * @param pace how it is measured
 */
record Work(String name, Section section, String benchmark, Class<?> kind, int threads, Pace pace) {

    /** The threads that share the eight connections of a pool. */
    private static final int MANY_THREADS = 16;

    /** A chart and table. */
    enum Section {
        ROWS("One row, and lists"),
        BULK("Many rows"),
        THREADS("16 threads on 8 connections"),
        WEB("TechEmpower's database tests");

        private final String title;

        Section(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /** How a benchmark is measured. */
    enum Pace {
        /** Calls for a short while. */
        CALLS,
        /** A batch of calls, or one call that takes as long. */
        SHOTS,
        /** One call of a second or more. */
        LONG_SHOTS
    }

    /** All, in the order of the tables. */
    static List<Work> all() {
        List<Work> all = new ArrayList<>();
        for (String name : List.of("create", "read", "updateRow", "updateCount", "delete")) {
            all.add(
                    name.equals("read")
                            ? rows(name, QueryBenchmark.class, Pace.CALLS)
                            : rows(name, WriteBenchmark.class, Pace.SHOTS));
        }
        for (String name : List.of("list1", "list1Condition", "list100", "count", "aggregate")) {
            all.add(rows(name, QueryBenchmark.class, Pace.CALLS));
        }
        all.add(rows("pageFirst", ManyRowsBenchmark.class, Pace.CALLS));
        all.add(rows("pageDeep", ManyRowsBenchmark.class, Pace.CALLS));
        for (String name : List.of("bulkCreate", "bulkCreateReturning", "bulkUpdate", "bulkUpsert", "bulkDelete")) {
            all.add(new Work(name, Section.BULK, name(BulkBenchmark.class, name), BulkPeer.class, 1, Pace.SHOTS));
        }
        all.add(new Work(
                "stream", Section.BULK, name(ManyRowsBenchmark.class, "stream"), Peer.class, 1, Pace.LONG_SHOTS));
        for (String name : List.of("read", "list100")) {
            all.add(new Work(
                    name + "16",
                    Section.THREADS,
                    name(QueryBenchmark.class, name),
                    Peer.class,
                    MANY_THREADS,
                    Pace.CALLS));
        }
        for (String name : List.of("singleQuery", "multipleQueries", "updates", "fortunes")) {
            all.add(new Work(name, Section.WEB, name(WebBenchmark.class, name), WebPeer.class, 1, Pace.CALLS));
        }
        return all;
    }

    private static Work rows(String name, Class<?> benchmark, Pace pace) {
        return new Work(name, Section.ROWS, name(benchmark, name), Peer.class, 1, pace);
    }

    private static String name(Class<?> benchmark, String method) {
        return benchmark.getName() + "." + method;
    }
}
