package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.DEPENDENCIES;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.Work.NONE;

import dev.dataflow.migrations.statement.Action;
import java.util.Map;

/** A column may not hold NULL any more, and a valid check says so already. */
final class SetProvenNotNull extends OperationRule {

    SetProvenNotNull() {
        super(
                "set-not-null-proven",
                "a column becomes NOT NULL, which a check proves",
                Level.MEDIUM,
                Map.of(AVAILABILITY, 10, DEPENDENCIES, 10),
                postgres(Lock.ACCESS_EXCLUSIVE, NONE)
                        .recipe(
                                "a lock_timeout of seconds, and try again: who waits for this lock keeps out all that come later")
                        .shownBy("ALTER TABLE customers ALTER COLUMN age SET NOT NULL", Verified.POSTGRESQL));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.SET_NOT_NULL) && NotNullProof.exists(occurrence);
    }
}
