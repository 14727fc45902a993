package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.PERFORMANCE;
import static dev.dataflow.migrations.rule.Category.ROLLBACK;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.ClaimBuilder.sqlite;
import static dev.dataflow.migrations.rule.Work.NONE;
import static dev.dataflow.migrations.rule.Work.SCAN;

import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Trait;
import java.util.Map;

/** Rows that meet a condition are changed. */
final class UpdateRows extends OperationRule {

    UpdateRows() {
        super(
                "update-rows",
                "rows that meet a condition are changed",
                Level.MEDIUM,
                Map.of(AVAILABILITY, 25, PERFORMANCE, 25, ROLLBACK, 30),
                postgres(Lock.ROW_EXCLUSIVE, SCAN)
                        .loses("the old values")
                        .irreversible()
                        .recipe("in batches along a key, each committed")
                        .shownBy("UPDATE lines SET qty = 1 WHERE id = 7", Verified.POSTGRESQL),
                mySql(Lock.ROWS, NONE)
                        .loses("the old values")
                        .irreversible()
                        .recipe("in batches along a key, each committed")
                        .shownBy("UPDATE orders SET total = 1 WHERE id = 7", Verified.MYSQL),
                mariaDb(Lock.ROWS, NONE)
                        .loses("the old values")
                        .irreversible()
                        .recipe("in batches along a key, each committed")
                        .shownBy("UPDATE orders SET total = 1 WHERE id = 7", Verified.MARIADB),
                sqlite(NONE)
                        .loses("the old values")
                        .irreversible()
                        .recipe("in batches: others cannot write to the file meanwhile")
                        .shownBy("UPDATE orders SET total = 1 WHERE id = 7", Verified.SQLITE));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.UPDATE)
                && occurrence.has(Trait.FILTERED)
                && !occurrence.statement().batched();
    }
}
