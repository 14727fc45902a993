package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.DEPENDENCIES;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.ClaimBuilder.sqlite;
import static dev.dataflow.migrations.rule.Work.REWRITE;
import static dev.dataflow.migrations.rule.Work.SCAN;

import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Trait;
import java.util.Map;

/** A foreign key comes, and all rows are looked at while writing waits on both sides. */
final class AddForeignKey extends OperationRule {

    AddForeignKey() {
        super(
                "add-foreign-key",
                "a foreign key comes and is looked at at once",
                Level.MEDIUM,
                Map.of(AVAILABILITY, 65, DEPENDENCIES, 10),
                postgres(Lock.SHARE_ROW_EXCLUSIVE, SCAN)
                        .other(Lock.SHARE_ROW_EXCLUSIVE)
                        .failsOn("orphans")
                        .recipe("NOT VALID, then VALIDATE in another transaction; an index over its columns before")
                        .shownBy(
                                "ALTER TABLE orders ADD CONSTRAINT orders_buyer FOREIGN KEY (buyer_id) REFERENCES customers (id)",
                                Verified.POSTGRESQL),
                mySql(Lock.COPY, REWRITE)
                        .failsOn("orphans")
                        .recipe(
                                "count orphans, then SET foreign_key_checks = 0 in a session of its own: then it is INPLACE, "
                                        + "and nothing is looked at")
                        .shownBy(
                                "ALTER TABLE orders ADD CONSTRAINT orders_buyer FOREIGN KEY (buyer_id) REFERENCES customers (id)",
                                Verified.MYSQL),
                mariaDb(Lock.COPY_ONLINE, REWRITE)
                        .from("11.2")
                        .failsOn("orphans")
                        .recipe(
                                "count orphans, then SET foreign_key_checks = 0 in a session of its own: then it is INPLACE, "
                                        + "and nothing is looked at")
                        .shownBy(
                                "ALTER TABLE orders ADD CONSTRAINT orders_buyer FOREIGN KEY (buyer_id) REFERENCES customers (id)",
                                Verified.MARIADB),
                mariaDb(Lock.COPY, REWRITE)
                        .below("11.2")
                        .failsOn("orphans")
                        .recipe(
                                "count orphans, then SET foreign_key_checks = 0 in a session of its own: then it is INPLACE, "
                                        + "and nothing is looked at")
                        .shownBy(
                                "ALTER TABLE orders ADD CONSTRAINT orders_buyer FOREIGN KEY (buyer_id) REFERENCES customers (id)",
                                Evidence.DOCUMENTED),
                sqlite(REWRITE)
                        .failsOn("orphans, which foreign_key_check finds")
                        .recipe("the table is made anew")
                        .shownBy(
                                "CREATE TABLE dataflow_new_orders (id INTEGER PRIMARY KEY, note TEXT REFERENCES shops (name), "
                                        + "total TEXT); INSERT INTO dataflow_new_orders (id, note, total) SELECT id, note, total FROM "
                                        + "orders; DROP TABLE orders; ALTER TABLE dataflow_new_orders RENAME TO orders",
                                Verified.SQLITE));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.ADD_FOREIGN_KEY) && !occurrence.has(Trait.NOT_VALID);
    }
}
