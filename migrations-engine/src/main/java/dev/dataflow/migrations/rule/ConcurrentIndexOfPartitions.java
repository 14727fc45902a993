package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.DEPENDENCIES;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.Work.NONE;

import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Trait;
import java.util.Map;

/** An index of a partitioned table cannot be built concurrently. */
final class ConcurrentIndexOfPartitions extends OperationRule {

    ConcurrentIndexOfPartitions() {
        super(
                "concurrent-index-of-partitions",
                "an index of a partitioned table is to be built concurrently",
                Level.MEDIUM,
                Map.of(DEPENDENCIES, 30),
                postgres(Lock.SHARE_UPDATE_EXCLUSIVE, NONE)
                        .failsOn("always")
                        .refused("partitioned table")
                        .recipe("ON ONLY the partitioned table, CONCURRENTLY for each partition, then ATTACH PARTITION")
                        .shownBy("CREATE INDEX CONCURRENTLY events_at ON events (at)", Verified.POSTGRESQL));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.CREATE_INDEX) && occurrence.has(Trait.CONCURRENT) && Partitioned.is(occurrence);
    }
}
