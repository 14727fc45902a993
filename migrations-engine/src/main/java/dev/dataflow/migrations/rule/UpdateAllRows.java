package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.PERFORMANCE;
import static dev.dataflow.migrations.rule.Category.ROLLBACK;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.ClaimBuilder.sqlite;
import static dev.dataflow.migrations.rule.Work.NONE;
import static dev.dataflow.migrations.rule.Work.REWRITE;

import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Trait;
import java.util.Map;

/** All rows of a table are changed in one statement. */
final class UpdateAllRows extends OperationRule {

    UpdateAllRows() {
        super(
                "update-all-rows",
                "all rows are changed by one statement",
                Level.HIGH,
                Map.of(AVAILABILITY, 60, PERFORMANCE, 50, ROLLBACK, 40),
                postgres(Lock.ROW_EXCLUSIVE, REWRITE)
                        .loses("the old values")
                        .irreversible()
                        .recipe("in batches along a key, each committed, with time for VACUUM and replicas between")
                        .shownBy("UPDATE lines SET qty = 1", Verified.POSTGRESQL),
                mySql(Lock.ROWS, NONE)
                        .loses("the old values")
                        .irreversible()
                        .recipe("in batches along a key, each committed, with time for replicas between")
                        .shownBy("UPDATE orders SET total = total + 1", Verified.MYSQL),
                mariaDb(Lock.ROWS, NONE)
                        .loses("the old values")
                        .irreversible()
                        .recipe("in batches along a key, each committed, with time for replicas between")
                        .shownBy("UPDATE orders SET total = total + 1", Verified.MARIADB),
                sqlite(REWRITE)
                        .loses("the old values")
                        .irreversible()
                        .recipe("in batches: others cannot write to the file meanwhile")
                        .shownBy("UPDATE orders SET note = note || 'y'", Verified.SQLITE));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.UPDATE)
                && !occurrence.has(Trait.FILTERED)
                && !occurrence.statement().batched();
    }
}
