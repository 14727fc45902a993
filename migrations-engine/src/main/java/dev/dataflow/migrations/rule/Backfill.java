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
import java.util.Map;

/** Rows are changed batch by batch. */
final class Backfill extends OperationRule {

    Backfill() {
        super(
                "backfill",
                "rows are changed batch by batch",
                Level.LOW,
                Map.of(AVAILABILITY, 8, PERFORMANCE, 20, ROLLBACK, 20),
                postgres(Lock.ROW_EXCLUSIVE, NONE)
                        .shownBy("UPDATE orders SET total = 1 WHERE id >= 10 AND id < 20", Verified.POSTGRESQL),
                mySql(Lock.ROWS, NONE)
                        .shownBy("UPDATE orders SET total = 1 WHERE id >= 10 AND id < 20", Verified.MYSQL),
                mariaDb(Lock.ROWS, NONE)
                        .shownBy("UPDATE orders SET total = 1 WHERE id >= 10 AND id < 20", Verified.MARIADB),
                sqlite(NONE).shownBy("UPDATE orders SET total = 1 WHERE id >= 10 AND id < 20", Verified.SQLITE));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.UPDATE, Action.DELETE, Action.INSERT)
                && occurrence.statement().batched();
    }
}
