package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.DATA_LOSS;
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

/** All rows of a table are deleted. */
final class DeleteAllRows extends OperationRule {

    DeleteAllRows() {
        super(
                "delete-all-rows",
                "all rows of a table are deleted",
                Level.CRITICAL,
                Map.of(AVAILABILITY, 40, DATA_LOSS, 100, ROLLBACK, 90),
                postgres(Lock.ROW_EXCLUSIVE, REWRITE)
                        .loses("all rows")
                        .irreversible()
                        .recipe("keep them in another table first")
                        .shownBy("DELETE FROM lines", Verified.POSTGRESQL),
                mySql(Lock.ROWS, NONE)
                        .loses("all rows")
                        .irreversible()
                        .recipe("keep them in another table first")
                        .shownBy("DELETE FROM orders", Verified.MYSQL),
                mariaDb(Lock.ROWS, NONE)
                        .loses("all rows")
                        .irreversible()
                        .recipe("keep them in another table first")
                        .shownBy("DELETE FROM orders", Verified.MARIADB),
                sqlite(NONE)
                        .loses("all rows")
                        .irreversible()
                        .recipe("keep them in another table first")
                        .shownBy("DELETE FROM orders", Verified.SQLITE));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.DELETE)
                && !occurrence.has(Trait.FILTERED)
                && !occurrence.statement().batched();
    }

    @Override
    boolean coversNewTables() {
        return true;
    }
}
