package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.DEPENDENCIES;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.Work.NONE;

import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Trait;
import java.util.Map;

/** A partition becomes a table of its own. */
final class DetachPartition extends OperationRule {

    DetachPartition() {
        super(
                "detach-partition",
                "a partition becomes a table of its own",
                Level.HIGH,
                Map.of(AVAILABILITY, 20, DEPENDENCIES, 40),
                postgres(Lock.ACCESS_EXCLUSIVE, NONE)
                        .below("14")
                        .other(Lock.SHARE_UPDATE_EXCLUSIVE)
                        .recipe("a lock_timeout of seconds, and try again")
                        .shownBy("ALTER TABLE events DETACH PARTITION events_2020", Verified.POSTGRESQL),
                postgres(Lock.ACCESS_EXCLUSIVE, NONE)
                        .from("14")
                        .other(Lock.ACCESS_EXCLUSIVE)
                        .recipe("DETACH PARTITION … CONCURRENTLY, from PostgreSQL 14 on")
                        .shownBy("ALTER TABLE events DETACH PARTITION events_2020", Verified.POSTGRESQL));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.DETACH_PARTITION) && !occurrence.has(Trait.CONCURRENT);
    }
}
