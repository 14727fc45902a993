package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.Work.INDEX_BUILD;

import java.util.Map;

/** Something slow runs while the transaction keeps others out by what came before. */
final class SlowAfterLock extends OperationRule {

    private final Locks locks;

    SlowAfterLock(Locks locks) {
        super(
                "slow-after-lock",
                "something slow runs in a transaction that keeps others out already",
                Level.HIGH,
                Map.of(AVAILABILITY, 70),
                postgres(Lock.ACCESS_EXCLUSIVE, INDEX_BUILD)
                        .recipe("the slow one in a transaction of its own; VALIDATE in another one than NOT VALID")
                        .shownBy(
                                "ALTER TABLE orders ADD COLUMN extra int; CREATE INDEX orders_by_total ON orders (total)",
                                Verified.POSTGRESQL));
        this.locks = locks;
    }

    @Override
    public boolean isOfOneStatement() {
        return false;
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return locks.isSlow(occurrence)
                && !occurrence.isOfNewTable()
                && occurrence.earlierInTransaction().stream()
                        .filter(earlier -> earlier.statement() != occurrence.statement())
                        .filter(earlier -> !earlier.isOfNewTable())
                        .anyMatch(locks::keepsWritersOut);
    }
}
