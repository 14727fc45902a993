package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.ROLLBACK;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.Work.SCAN;

import dev.dataflow.migrations.statement.Action;
import java.util.Map;

/** A table becomes a partition. */
final class AttachPartition extends OperationRule {

    AttachPartition() {
        super(
                "attach-partition",
                "a table becomes a partition",
                Level.MEDIUM,
                Map.of(AVAILABILITY, 50, ROLLBACK, 10),
                postgres(Lock.SHARE_UPDATE_EXCLUSIVE, SCAN)
                        .other(Lock.ACCESS_EXCLUSIVE)
                        .failsOn("rows outside of the bounds")
                        .recipe(
                                "a check with the bounds on the table before, NOT VALID and validated: then nothing is read")
                        .shownBy(
                                "ALTER TABLE events ATTACH PARTITION events_2021 FOR VALUES FROM ('2021-01-01') TO "
                                        + "('2022-01-01')",
                                Verified.POSTGRESQL));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.ATTACH_PARTITION);
    }

    @Override
    boolean coversNewTables() {
        return true;
    }
}
