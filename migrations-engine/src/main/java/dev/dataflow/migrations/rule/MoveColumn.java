package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.PERFORMANCE;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.Work.NONE;
import static dev.dataflow.migrations.rule.Work.REWRITE;

import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Trait;
import java.util.Map;

/** MySQL and MariaDB: a column gets another place among the others. */
final class MoveColumn extends OperationRule {

    MoveColumn() {
        super(
                "move-column",
                "a column gets another place",
                Level.MEDIUM,
                Map.of(AVAILABILITY, 20, PERFORMANCE, 30),
                mySql(Lock.INPLACE, REWRITE)
                        .recipe("leave it where it is: programs name columns")
                        .shownBy("ALTER TABLE orders MODIFY note VARCHAR(20) FIRST", Verified.MYSQL),
                mariaDb(Lock.INSTANT, NONE)
                        .recipe("leave it where it is: programs name columns")
                        .shownBy("ALTER TABLE orders MODIFY note VARCHAR(20) FIRST", Verified.MARIADB));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.has(Trait.POSITIONED) && !occurrence.is(Action.ADD_COLUMN);
    }
}
