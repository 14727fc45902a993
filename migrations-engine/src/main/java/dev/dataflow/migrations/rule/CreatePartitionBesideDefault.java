package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.Work.SCAN;

import dev.dataflow.migrations.statement.Action;
import java.util.Map;
import java.util.Optional;

/** PostgreSQL: a table comes as a partition beside the default one, whose rows are looked at while nobody may use the parent. */
final class CreatePartitionBesideDefault extends OperationRule {

    CreatePartitionBesideDefault() {
        super(
                "create-partition-beside-default",
                "a table comes as a partition beside a default one",
                Level.MEDIUM,
                Map.of(AVAILABILITY, 50),
                postgres(Lock.ACCESS_EXCLUSIVE, SCAN)
                        .other(Lock.ACCESS_EXCLUSIVE)
                        .failsOn("rows of the default partition that belong to it")
                        .recipe(
                                "move its rows out of the default partition before, and say by a check there that it has none,"
                                        + " NOT VALID and validated: then nothing is read")
                        .shownBy(
                                "CREATE TABLE visits_2022 PARTITION OF visits FOR VALUES FROM ('2022-01-01') TO"
                                        + " ('2023-01-01')",
                                Verified.POSTGRESQL));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.CREATE_PARTITION) && hasDefault(occurrence);
    }

    /** Whether a table is known to have a partition for all other rows. */
    static boolean hasDefault(Occurrence occurrence) {
        String parent = occurrence.tableName();
        return occurrence.context().diff().before().tables().stream()
                .flatMap(table -> Optional.ofNullable(table.partitionOf()).stream())
                .anyMatch(partition -> partition.isDefaultOf(parent));
    }
}
