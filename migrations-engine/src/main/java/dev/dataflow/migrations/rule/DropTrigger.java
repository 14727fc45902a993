package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.DEPENDENCIES;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.ClaimBuilder.sqlite;
import static dev.dataflow.migrations.rule.Work.NONE;

import dev.dataflow.migrations.statement.Action;
import java.util.Map;

/** A trigger goes. */
final class DropTrigger extends OperationRule {

    DropTrigger() {
        super(
                "drop-trigger",
                "a trigger goes",
                Level.MEDIUM,
                Map.of(AVAILABILITY, 15, DEPENDENCIES, 30),
                postgres(Lock.ACCESS_EXCLUSIVE, NONE)
                        .recipe(
                                "a lock_timeout of seconds, and try again: who waits for this lock keeps out all that come later")
                        .shownBy("DROP TRIGGER orders_touch ON orders", Verified.POSTGRESQL),
                mySql(Lock.METADATA, NONE)
                        .recipe("a lock_wait_timeout of seconds")
                        .shownBy("DROP TRIGGER orders_touch", Verified.MYSQL),
                mariaDb(Lock.METADATA, NONE)
                        .recipe("a lock_wait_timeout of seconds")
                        .shownBy("DROP TRIGGER orders_touch", Verified.MARIADB),
                sqlite(NONE).shownBy("DROP TRIGGER orders_touch", Verified.SQLITE));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.DROP_TRIGGER);
    }
}
