package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.DEPENDENCIES;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.ClaimBuilder.sqlite;
import static dev.dataflow.migrations.rule.Work.NONE;
import static dev.dataflow.migrations.rule.Work.REWRITE;

import dev.dataflow.migrations.statement.Action;
import java.util.Map;

/** A default comes, goes or becomes another. */
final class ChangeDefault extends OperationRule {

    ChangeDefault() {
        super(
                "change-default",
                "a default comes, goes or changes",
                Level.LOW,
                Map.of(AVAILABILITY, 8, DEPENDENCIES, 5),
                postgres(Lock.ACCESS_EXCLUSIVE, NONE)
                        .recipe(
                                "a lock_timeout of seconds, and try again: who waits for this lock keeps out all that come later")
                        .shownBy("ALTER TABLE orders ALTER COLUMN note SET DEFAULT 'x'", Verified.POSTGRESQL),
                mySql(Lock.INSTANT, NONE)
                        .shownBy("ALTER TABLE orders ALTER COLUMN note SET DEFAULT 'x'", Verified.MYSQL),
                mariaDb(Lock.INSTANT, NONE)
                        .shownBy("ALTER TABLE orders ALTER COLUMN note SET DEFAULT 'x'", Verified.MARIADB),
                sqlite(REWRITE)
                        .recipe("the table is made anew")
                        .shownBy(
                                "CREATE TABLE dataflow_new_orders (id INTEGER PRIMARY KEY, note TEXT DEFAULT 'x', total TEXT); "
                                        + "INSERT INTO dataflow_new_orders (id, note, total) SELECT id, note, total FROM orders; DROP "
                                        + "TABLE orders; ALTER TABLE dataflow_new_orders RENAME TO orders",
                                Verified.SQLITE));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.ALTER_DEFAULT);
    }
}
