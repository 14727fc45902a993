package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.Work.NONE;
import static dev.dataflow.migrations.rule.Work.REWRITE;

import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Trait;
import java.util.Map;

/** MySQL and MariaDB: a column comes between others. */
final class AddColumnAtPlace extends OperationRule {

    AddColumnAtPlace() {
        super(
                "add-column-at-place",
                "a column comes FIRST or AFTER another",
                Level.LOW,
                Map.of(AVAILABILITY, 10),
                mySql(Lock.INSTANT, NONE)
                        .from("8.0.29")
                        .recipe("ALGORITHM=INSTANT, so that a slow way is refused")
                        .shownBy("ALTER TABLE orders ADD COLUMN extra INT FIRST", Verified.MYSQL),
                mySql(Lock.INPLACE, REWRITE)
                        .below("8.0.29")
                        .recipe("as the last column, which is INSTANT")
                        .shownBy("ALTER TABLE orders ADD COLUMN extra INT FIRST", Evidence.DOCUMENTED),
                mariaDb(Lock.INSTANT, NONE)
                        .recipe("ALGORITHM=INSTANT, so that a slow way is refused")
                        .shownBy("ALTER TABLE orders ADD COLUMN extra INT FIRST", Verified.MARIADB));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.ADD_COLUMN) && occurrence.has(Trait.POSITIONED);
    }
}
