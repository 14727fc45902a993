package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.DEPENDENCIES;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.Work.NONE;

import dev.dataflow.migrations.statement.Action;
import java.util.Map;

/** A rewrite rule comes or goes. */
final class RewriteRule extends OperationRule {

    RewriteRule() {
        super(
                "rewrite-rule",
                "a rewrite rule comes or goes",
                Level.MEDIUM,
                Map.of(AVAILABILITY, 15, DEPENDENCIES, 30),
                postgres(Lock.ACCESS_EXCLUSIVE, NONE)
                        .recipe(
                                "a lock_timeout of seconds, and try again: who waits for this lock keeps out all that come later")
                        .shownBy(
                                "CREATE RULE orders_kept AS ON DELETE TO orders DO INSTEAD NOTHING",
                                Verified.POSTGRESQL));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.ALTER_RULE);
    }
}
