package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.DEPENDENCIES;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.Work.NONE;

import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Trait;
import java.util.Map;

/** A partition becomes a table of its own while others read and write. */
final class DetachPartitionConcurrently extends OperationRule {

    DetachPartitionConcurrently() {
        super(
                "detach-partition-concurrently",
                "a partition becomes a table of its own, concurrently",
                Level.MEDIUM,
                Map.of(AVAILABILITY, 8, DEPENDENCIES, 40),
                postgres(Lock.SHARE_UPDATE_EXCLUSIVE, NONE)
                        .from("14")
                        .other(Lock.ACCESS_EXCLUSIVE)
                        .failsOn("a transaction: it must be in none; broken off it has to be ended with FINALIZE")
                        .shownBy("ALTER TABLE events DETACH PARTITION events_2020 CONCURRENTLY", Verified.POSTGRESQL));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.DETACH_PARTITION) && occurrence.has(Trait.CONCURRENT);
    }
}
