package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.Work.NONE;

import dev.dataflow.migrations.statement.Trait;
import java.util.Map;

/** A constraint takes over an index that is there. */
final class ConstraintUsingIndex extends OperationRule {

    ConstraintUsingIndex() {
        super(
                "constraint-using-index",
                "a constraint takes over an index that is there",
                Level.LOW,
                Map.of(AVAILABILITY, 12),
                postgres(Lock.ACCESS_EXCLUSIVE, NONE)
                        .recipe(
                                "a lock_timeout of seconds, and try again: who waits for this lock keeps out all that come later")
                        .shownBy(
                                "ALTER TABLE orders ADD CONSTRAINT orders_number_key UNIQUE USING INDEX orders_number_ux",
                                Verified.POSTGRESQL));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.has(Trait.USING_INDEX) && !PrimaryKeyUsingIndex.mayScan(occurrence);
    }
}
