package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.DEPENDENCIES;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.Work.NONE;

import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Trait;
import java.util.Map;

/** What runs CONCURRENTLY stands in a transaction, which PostgreSQL refuses. */
final class ConcurrentlyInTransaction extends OperationRule {

    ConcurrentlyInTransaction() {
        super(
                "concurrently-in-transaction",
                "CONCURRENTLY stands in a transaction",
                Level.MEDIUM,
                Map.of(DEPENDENCIES, 40),
                postgres(Lock.SHARE_UPDATE_EXCLUSIVE, NONE)
                        .failsOn("always")
                        .refused("cannot run inside a transaction block")
                        .recipe("outside of a transaction; in Flyway executeInTransaction=false")
                        .shownBy("CREATE INDEX CONCURRENTLY orders_by_total ON orders (total)", Verified.POSTGRESQL));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.has(Trait.CONCURRENT)
                && !occurrence.is(Action.REFRESH_MATERIALISED_VIEW)
                && occurrence.statement().transaction() > 0;
    }

    @Override
    boolean coversNewTables() {
        return true;
    }
}
