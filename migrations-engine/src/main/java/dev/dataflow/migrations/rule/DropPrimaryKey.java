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

/** A primary key goes. */
final class DropPrimaryKey extends OperationRule {

    DropPrimaryKey() {
        super(
                "drop-primary-key",
                "a primary key goes",
                Level.HIGH,
                Map.of(AVAILABILITY, 40, DEPENDENCIES, 50, PERFORMANCE, 50, ROLLBACK, 40),
                postgres(Lock.ACCESS_EXCLUSIVE, NONE)
                        .failsOn("foreign keys that point to it")
                        .recipe("make the new key in the same transaction")
                        .shownBy("ALTER TABLE orders DROP CONSTRAINT orders_pkey", Verified.POSTGRESQL),
                mySql(Lock.COPY, REWRITE)
                        .failsOn("foreign keys that point to it")
                        .recipe("DROP and ADD in one statement, which is INPLACE")
                        .shownBy("ALTER TABLE drafts DROP PRIMARY KEY", Verified.MYSQL),
                mariaDb(Lock.COPY_ONLINE, REWRITE)
                        .from("11.2")
                        .failsOn("foreign keys that point to it")
                        .recipe("DROP and ADD in one statement, which is INPLACE")
                        .shownBy("ALTER TABLE drafts DROP PRIMARY KEY", Verified.MARIADB),
                mariaDb(Lock.COPY, REWRITE)
                        .below("11.2")
                        .failsOn("foreign keys that point to it")
                        .recipe("DROP and ADD in one statement, which is INPLACE")
                        .shownBy("ALTER TABLE drafts DROP PRIMARY KEY", Evidence.DOCUMENTED),
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
        return occurrence.is(Action.DROP_PRIMARY_KEY);
    }
}
