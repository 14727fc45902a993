package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.PERFORMANCE;
import static dev.dataflow.migrations.rule.Category.ROLLBACK;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.ClaimBuilder.sqlite;
import static dev.dataflow.migrations.rule.Work.NONE;

import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Trait;
import java.util.Map;

/** An index goes: queries that used it get slow. */
final class DropIndex extends OperationRule {

    DropIndex() {
        super(
                "drop-index",
                "an index goes",
                Level.MEDIUM,
                Map.of(AVAILABILITY, 15, PERFORMANCE, 45, ROLLBACK, 20),
                postgres(Lock.ACCESS_EXCLUSIVE, NONE)
                        .failsOn("a constraint that it belongs to")
                        .recipe("look at pg_stat_user_indexes.idx_scan on all replicas; DROP INDEX CONCURRENTLY")
                        .shownBy("DROP INDEX orders_plain", Verified.POSTGRESQL),
                mySql(Lock.INPLACE, NONE)
                        .failsOn("foreign keys that need it")
                        .recipe("INVISIBLE first, and drop it when nothing got slow")
                        .shownBy("ALTER TABLE orders DROP INDEX orders_plain", Verified.MYSQL),
                mariaDb(Lock.NOCOPY, NONE)
                        .failsOn("foreign keys that need it")
                        .recipe("IGNORED first, and drop it when nothing got slow")
                        .shownBy("ALTER TABLE orders DROP INDEX orders_plain", Verified.MARIADB),
                sqlite(NONE).shownBy("DROP INDEX orders_plain", Verified.SQLITE));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.DROP_INDEX) && !occurrence.has(Trait.CONCURRENT);
    }
}
