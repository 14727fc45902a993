package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.PERFORMANCE;
import static dev.dataflow.migrations.rule.Category.ROLLBACK;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.Work.NONE;

import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Trait;
import java.util.Map;

/** An index goes while others read and write. */
final class DropIndexConcurrently extends OperationRule {

    DropIndexConcurrently() {
        super(
                "drop-index-concurrently",
                "an index goes, concurrently",
                Level.MEDIUM,
                Map.of(AVAILABILITY, 5, PERFORMANCE, 45, ROLLBACK, 20),
                postgres(Lock.SHARE_UPDATE_EXCLUSIVE, NONE)
                        .failsOn("a constraint that it belongs to")
                        .recipe("look at pg_stat_user_indexes.idx_scan on all replicas")
                        .shownBy("DROP INDEX CONCURRENTLY orders_plain", Verified.POSTGRESQL));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.DROP_INDEX) && occurrence.has(Trait.CONCURRENT);
    }
}
