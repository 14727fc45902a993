package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.DATA_LOSS;
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

/** Rows that meet a condition are deleted. */
final class DeleteRows extends OperationRule {

    DeleteRows() {
        super(
                "delete-rows",
                "rows that meet a condition are deleted",
                Level.HIGH,
                Map.of(AVAILABILITY, 25, DATA_LOSS, 70, ROLLBACK, 80),
                postgres(Lock.ROW_EXCLUSIVE, SCAN)
                        .loses("these rows")
                        .irreversible()
                        .recipe("keep them in another table first")
                        .shownBy("DELETE FROM lines WHERE id = 7", Verified.POSTGRESQL),
                mySql(Lock.ROWS, NONE)
                        .loses("these rows")
                        .irreversible()
                        .recipe("keep them in another table first")
                        .shownBy("DELETE FROM orders WHERE id = 7", Verified.MYSQL),
                mariaDb(Lock.ROWS, NONE)
                        .loses("these rows")
                        .irreversible()
                        .recipe("keep them in another table first")
                        .shownBy("DELETE FROM orders WHERE id = 7", Verified.MARIADB),
                sqlite(NONE)
                        .loses("these rows, and those that point to them with ON DELETE CASCADE")
                        .irreversible()
                        .recipe("keep them in another table first")
                        .shownBy("DELETE FROM orders WHERE id = 7", Verified.SQLITE));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.DELETE)
                && occurrence.has(Trait.FILTERED)
                && !occurrence.statement().batched();
    }

    @Override
    boolean coversNewTables() {
        return true;
    }
}
