package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.DEPENDENCIES;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.Work.NONE;

import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Trait;
import java.util.Map;

/** A foreign key of a partitioned table cannot be NOT VALID before PostgreSQL 18. */
final class AddForeignKeyToPartitions extends OperationRule {

    AddForeignKeyToPartitions() {
        super(
                "add-foreign-key-to-partitions",
                "a foreign key NOT VALID of a partitioned table",
                Level.MEDIUM,
                Map.of(DEPENDENCIES, 30),
                postgres(Lock.SHARE_ROW_EXCLUSIVE, NONE)
                        .below("18")
                        .failsOn("always")
                        .refused("NOT VALID foreign key")
                        .recipe(
                                "NOT VALID and VALIDATE for each partition, then the key of the partitioned table, which takes "
                                        + "them over")
                        .shownBy(
                                "ALTER TABLE events ADD CONSTRAINT events_shop FOREIGN KEY (shop_id) REFERENCES shops (id) NOT "
                                        + "VALID",
                                Verified.POSTGRESQL));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.ADD_FOREIGN_KEY)
                && occurrence.has(Trait.NOT_VALID)
                && Partitioned.refusesNotValid(occurrence);
    }
}
