package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.DEPENDENCIES;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.Work.NONE;

import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Trait;
import java.util.Map;

/** A foreign key comes for rows to come. */
final class AddForeignKeyNotValid extends OperationRule {

    AddForeignKeyNotValid() {
        super(
                "add-foreign-key-not-valid",
                "a foreign key comes for rows to come",
                Level.MEDIUM,
                Map.of(AVAILABILITY, 20, DEPENDENCIES, 10),
                postgres(Lock.SHARE_ROW_EXCLUSIVE, NONE)
                        .other(Lock.SHARE_ROW_EXCLUSIVE)
                        .recipe("a lock_timeout of seconds, then VALIDATE in another transaction")
                        .shownBy(
                                "ALTER TABLE orders ADD CONSTRAINT orders_buyer FOREIGN KEY (buyer_id) REFERENCES customers "
                                        + "(id) NOT VALID",
                                Verified.POSTGRESQL));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.ADD_FOREIGN_KEY)
                && occurrence.has(Trait.NOT_VALID)
                && !Partitioned.refusesNotValid(occurrence);
    }
}
