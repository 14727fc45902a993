package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.DEPENDENCIES;
import static dev.dataflow.migrations.rule.Category.ROLLBACK;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.Work.NONE;

import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Trait;
import java.util.Map;

/** A computed column becomes a plain one, with the values that it has. */
final class DropExpression extends OperationRule {

    DropExpression() {
        super(
                "drop-expression",
                "a computed column becomes a plain one",
                Level.MEDIUM,
                Map.of(AVAILABILITY, 12, DEPENDENCIES, 20, ROLLBACK, 40),
                postgres(Lock.ACCESS_EXCLUSIVE, NONE)
                        .from("13")
                        .irreversible()
                        .recipe(
                                "a lock_timeout of seconds, and try again: who waits for this lock keeps out all that come later")
                        .shownBy("ALTER TABLE customers ALTER COLUMN age_next DROP EXPRESSION", Verified.POSTGRESQL));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.ALTER_EXPRESSION) && !occurrence.has(Trait.STORED);
    }
}
