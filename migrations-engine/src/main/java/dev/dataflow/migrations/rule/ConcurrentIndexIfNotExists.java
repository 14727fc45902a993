package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.DEPENDENCIES;
import static dev.dataflow.migrations.rule.Category.PERFORMANCE;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.Work.INDEX_BUILD;

import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Trait;
import java.util.Map;

/** IF NOT EXISTS takes an index for made that is not valid. */
final class ConcurrentIndexIfNotExists extends OperationRule {

    ConcurrentIndexIfNotExists() {
        super(
                "concurrent-index-if-not-exists",
                "IF NOT EXISTS accepts an index that is not valid",
                Level.MEDIUM,
                Map.of(DEPENDENCIES, 20, PERFORMANCE, 40),
                postgres(Lock.SHARE_UPDATE_EXCLUSIVE, INDEX_BUILD)
                        .recipe("DROP INDEX CONCURRENTLY IF EXISTS before, or look at pg_index.indisvalid")
                        .shownBy(
                                "CREATE INDEX CONCURRENTLY IF NOT EXISTS orders_by_total ON orders (total)",
                                Verified.POSTGRESQL));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.CREATE_INDEX)
                && occurrence.has(Trait.CONCURRENT)
                && occurrence.has(Trait.IF_NOT_EXISTS);
    }
}
