package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.Work.NONE;

import dev.dataflow.migrations.statement.Trait;
import java.util.Map;

/** A statement waits for its lock as long as it takes, and all that come later wait behind it. */
final class MissingLockTimeout extends OperationRule {

    private final Locks locks;

    MissingLockTimeout(Locks locks) {
        super(
                "missing-lock-timeout",
                "a lock is waited for without an end",
                Level.LOW,
                Map.of(AVAILABILITY, 20),
                postgres(Lock.ACCESS_EXCLUSIVE, NONE)
                        .recipe("SET lock_timeout = '5s' before it, and try again")
                        .shownBy("ALTER TABLE orders ADD COLUMN extra int", Verified.POSTGRESQL),
                mySql(Lock.INSTANT, NONE)
                        .recipe("SET SESSION lock_wait_timeout = 5 before it: else it is a year")
                        .shownBy("ALTER TABLE orders ADD COLUMN extra INT", Verified.MYSQL),
                mariaDb(Lock.INSTANT, NONE)
                        .recipe("SET SESSION lock_wait_timeout = 5 before it: else it is a day")
                        .shownBy("ALTER TABLE orders ADD COLUMN extra INT", Verified.MARIADB));
        this.locks = locks;
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return !occurrence.statement().lockTimeout()
                && !occurrence.has(Trait.CONCURRENT)
                && locks.keepsWritersOut(occurrence);
    }
}
