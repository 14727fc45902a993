package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.DEPENDENCIES;
import static dev.dataflow.migrations.rule.Category.ROLLBACK;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.ClaimBuilder.sqlite;
import static dev.dataflow.migrations.rule.Work.NONE;
import static dev.dataflow.migrations.rule.Work.REWRITE;

import dev.dataflow.migrations.statement.Action;
import java.util.Map;

/** A foreign key goes: nothing keeps orphans away any more. */
final class DropForeignKey extends OperationRule {

    DropForeignKey() {
        super(
                "drop-foreign-key",
                "a foreign key goes",
                Level.HIGH,
                Map.of(AVAILABILITY, 20, DEPENDENCIES, 30, ROLLBACK, 40),
                postgres(Lock.ACCESS_EXCLUSIVE, NONE)
                        .other(Lock.ACCESS_EXCLUSIVE)
                        .recipe("a lock_timeout of seconds; adding it again fails on orphans that came meanwhile")
                        .shownBy("ALTER TABLE orders DROP CONSTRAINT orders_customer", Verified.POSTGRESQL),
                mySql(Lock.INPLACE, NONE)
                        .recipe("adding it again fails on orphans that came meanwhile")
                        .shownBy("ALTER TABLE orders DROP FOREIGN KEY orders_customer", Verified.MYSQL),
                mariaDb(Lock.INSTANT, NONE)
                        .recipe("adding it again fails on orphans that came meanwhile")
                        .shownBy("ALTER TABLE orders DROP FOREIGN KEY orders_customer", Verified.MARIADB),
                sqlite(REWRITE)
                        .recipe("the table is made anew")
                        .shownBy(
                                "CREATE TABLE dataflow_new_orders (id INTEGER PRIMARY KEY, note TEXT, total TEXT); INSERT INTO "
                                        + "dataflow_new_orders (id, note, total) SELECT id, note, total FROM orders; DROP TABLE orders; "
                                        + "ALTER TABLE dataflow_new_orders RENAME TO orders",
                                Verified.SQLITE));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.DROP_FOREIGN_KEY);
    }
}
