package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.Work.NONE;

import dev.dataflow.migrations.statement.Action;
import java.util.Map;

/** PostgreSQL: a table comes as a partition, for which nobody may use its parent. */
final class CreatePartition extends OperationRule {

    CreatePartition() {
        super(
                "create-partition",
                "a table comes as a partition",
                Level.LOW,
                Map.of(AVAILABILITY, 10),
                postgres(Lock.ACCESS_EXCLUSIVE, NONE)
                        .failsOn("rows of a default partition that belong to it")
                        .recipe(
                                "a table like the others by itself, then ATTACH PARTITION, beside which others read and write")
                        .shownBy(
                                "CREATE TABLE events_2022 PARTITION OF events FOR VALUES FROM ('2022-01-01') TO"
                                        + " ('2023-01-01')",
                                Verified.POSTGRESQL));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.CREATE_PARTITION) && !CreatePartitionBesideDefault.hasDefault(occurrence);
    }
}
