package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.DEPENDENCIES;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.Work.NONE;

import dev.dataflow.migrations.statement.Action;
import java.util.Map;

/** Owner, replica identity, storage: stored in no row, but under the strongest lock. */
final class TableProperty extends OperationRule {

    TableProperty() {
        super(
                "table-property",
                "owner, replica identity or storage changes",
                Level.MEDIUM,
                Map.of(AVAILABILITY, 15, DEPENDENCIES, 15),
                postgres(Lock.ACCESS_EXCLUSIVE, NONE)
                        .recipe(
                                "a lock_timeout of seconds, and try again: who waits for this lock keeps out all that come later")
                        .shownBy("ALTER TABLE orders REPLICA IDENTITY FULL", Verified.POSTGRESQL));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.SET_TABLE_PROPERTY);
    }
}
