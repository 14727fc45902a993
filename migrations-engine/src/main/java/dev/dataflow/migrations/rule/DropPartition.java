package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.DATA_LOSS;
import static dev.dataflow.migrations.rule.Category.ROLLBACK;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.Work.NONE;

import dev.dataflow.migrations.statement.Action;
import java.util.Map;

/** MySQL and MariaDB: a partition goes with its rows, or is emptied. */
final class DropPartition extends OperationRule {

    DropPartition() {
        super(
                "drop-partition",
                "a partition goes with its rows",
                Level.CRITICAL,
                Map.of(AVAILABILITY, 20, DATA_LOSS, 100, ROLLBACK, 90),
                mySql(Lock.INPLACE, NONE)
                        .loses("the rows of the partition")
                        .irreversible()
                        .recipe("EXCHANGE PARTITION with a table, which keeps them")
                        .shownBy("ALTER TABLE events DROP PARTITION p0", Verified.MYSQL),
                mariaDb(Lock.METADATA, NONE)
                        .loses("the rows of the partition")
                        .irreversible()
                        .recipe("EXCHANGE PARTITION with a table, which keeps them")
                        .shownBy("ALTER TABLE events DROP PARTITION p0", Verified.MARIADB));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.DROP_PARTITION);
    }
}
