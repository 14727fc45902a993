package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.Work.NONE;

import dev.dataflow.migrations.statement.Action;
import java.util.Map;

/** A table is locked by a statement of its own. */
final class LockTable extends OperationRule {

    LockTable() {
        super(
                "lock-table",
                "a table is locked by a statement of its own",
                Level.HIGH,
                Map.of(AVAILABILITY, 60),
                postgres(Lock.ACCESS_EXCLUSIVE, NONE)
                        .recipe("leave it out: each statement takes the lock that it needs")
                        .shownBy("LOCK TABLE orders", Verified.POSTGRESQL),
                mySql(Lock.METADATA, NONE)
                        .recipe("leave it out: each statement takes the lock that it needs")
                        .shownBy("LOCK TABLES orders WRITE", Verified.MYSQL),
                mariaDb(Lock.METADATA, NONE)
                        .recipe("leave it out: each statement takes the lock that it needs")
                        .shownBy("LOCK TABLES orders WRITE", Verified.MARIADB));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.LOCK_TABLE);
    }
}
