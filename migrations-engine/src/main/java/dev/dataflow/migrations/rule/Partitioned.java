package dev.dataflow.migrations.rule;

import dev.dataflow.config.DatabaseEngine;

/** Whether a table is known to have partitions. */
final class Partitioned {

    private Partitioned() {}

    static boolean is(Occurrence occurrence) {
        return occurrence
                .tableBefore()
                .filter(table -> table.partitioning() != null)
                .isPresent();
    }

    /** Before PostgreSQL 18 its foreign keys are looked at at once. */
    static boolean refusesNotValid(Occurrence occurrence) {
        return occurrence.engine() == DatabaseEngine.POSTGRESQL
                && is(occurrence)
                && !occurrence.version().atLeast(18);
    }
}
