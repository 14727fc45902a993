package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.DEPENDENCIES;
import static dev.dataflow.migrations.rule.Category.PERFORMANCE;
import static dev.dataflow.migrations.rule.Category.ROLLBACK;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.ClaimBuilder.sqlite;
import static dev.dataflow.migrations.rule.Work.NONE;
import static dev.dataflow.migrations.rule.Work.REWRITE;

import dev.dataflow.migrations.statement.Action;
import java.util.Map;

/** A unique constraint goes, with its index. */
final class DropUnique extends OperationRule {

    DropUnique() {
        super(
                "drop-unique",
                "a unique constraint goes",
                Level.HIGH,
                Map.of(AVAILABILITY, 15, DEPENDENCIES, 30, PERFORMANCE, 40, ROLLBACK, 40),
                postgres(Lock.ACCESS_EXCLUSIVE, NONE)
                        .failsOn("foreign keys that point to it")
                        .recipe("adding it again fails on duplicates that came meanwhile")
                        .shownBy("ALTER TABLE customers DROP CONSTRAINT customers_email_key", Verified.POSTGRESQL),
                mySql(Lock.INPLACE, NONE)
                        .failsOn("foreign keys that need it")
                        .recipe("INVISIBLE first")
                        .shownBy("ALTER TABLE customers DROP INDEX customers_email", Verified.MYSQL),
                mariaDb(Lock.NOCOPY, NONE)
                        .failsOn("foreign keys that need it")
                        .recipe("IGNORED first")
                        .shownBy("ALTER TABLE customers DROP INDEX customers_email", Verified.MARIADB),
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
        return occurrence.is(Action.DROP_UNIQUE);
    }
}
