package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.Work.NONE;

import java.util.Map;

/** One transaction holds the strongest lock of two tables: two that do so in another order wait for each other. */
final class TwoTablesLocked extends OperationRule {

    private final Locks locks;

    TwoTablesLocked(Locks locks) {
        super(
                "two-tables-locked",
                "one transaction keeps all out of two tables",
                Level.MEDIUM,
                Map.of(AVAILABILITY, 40),
                postgres(Lock.ACCESS_EXCLUSIVE, NONE)
                        .other(Lock.ACCESS_EXCLUSIVE)
                        .failsOn("deadlocks")
                        .recipe(
                                "a transaction for each table; or the tables in the order in which programs use them, and a "
                                        + "lock_timeout")
                        .shownBy(
                                "ALTER TABLE orders ADD COLUMN extra int; ALTER TABLE lines ADD COLUMN extra int",
                                Verified.POSTGRESQL));
        this.locks = locks;
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return locks.keepsAllOut(occurrence)
                && occurrence.earlierInTransaction().stream()
                        .filter(earlier -> !earlier.tableName().equals(occurrence.tableName()))
                        .filter(earlier -> !earlier.isOfNewTable())
                        .anyMatch(locks::keepsAllOut);
    }
}
