package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.ClaimBuilder.sqlite;
import static dev.dataflow.migrations.rule.Work.NONE;

import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Trait;
import java.util.Map;

/** A column comes that may hold NULL. */
final class AddColumn extends OperationRule {

    AddColumn() {
        super(
                "add-column",
                "a column comes that may hold NULL",
                Level.LOW,
                Map.of(AVAILABILITY, 8),
                postgres(Lock.ACCESS_EXCLUSIVE, NONE)
                        .recipe(
                                "a lock_timeout of seconds, and try again: who waits for this lock keeps out all that come later")
                        .shownBy("ALTER TABLE orders ADD COLUMN extra text", Verified.POSTGRESQL),
                mySql(Lock.INSTANT, NONE)
                        .from("8.0.12")
                        .recipe("ALGORITHM=INSTANT, so that a slow way is refused; a lock_wait_timeout of seconds")
                        .shownBy("ALTER TABLE orders ADD COLUMN extra INT", Verified.MYSQL),
                mariaDb(Lock.INSTANT, NONE)
                        .recipe("ALGORITHM=INSTANT, so that a slow way is refused; a lock_wait_timeout of seconds")
                        .shownBy("ALTER TABLE orders ADD COLUMN extra INT", Verified.MARIADB),
                sqlite(NONE).shownBy("ALTER TABLE orders ADD COLUMN extra INTEGER", Verified.SQLITE));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.ADD_COLUMN)
                && !occurrence.has(Trait.NOT_NULL)
                && !occurrence.has(Trait.POSITIONED)
                && AddedColumn.isPlain(occurrence);
    }
}
