package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.Work.NONE;

import dev.dataflow.migrations.statement.Action;
import java.util.Map;

/** MySQL and MariaDB: a partition comes. */
final class AddPartition extends OperationRule {

    AddPartition() {
        super(
                "add-partition",
                "a partition comes",
                Level.LOW,
                Map.of(AVAILABILITY, 10),
                mySql(Lock.INPLACE, NONE)
                        .shownBy(
                                "ALTER TABLE events ADD PARTITION (PARTITION p2 VALUES LESS THAN (2030))",
                                Verified.MYSQL),
                mariaDb(Lock.METADATA, NONE)
                        .shownBy(
                                "ALTER TABLE events ADD PARTITION (PARTITION p2 VALUES LESS THAN (2030))",
                                Verified.MARIADB));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.ADD_PARTITION);
    }
}
