package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.DATA_LOSS;
import static dev.dataflow.migrations.rule.Category.DEPENDENCIES;
import static dev.dataflow.migrations.rule.Category.ROLLBACK;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.ClaimBuilder.sqlite;
import static dev.dataflow.migrations.rule.Work.REWRITE;

import dev.dataflow.migrations.statement.Action;
import java.util.Map;

/** The type changes of a column that a foreign key is over, or points to. */
final class ChangeKeyType extends OperationRule {

    ChangeKeyType() {
        super(
                "change-key-type",
                "the type of a foreign key's column changes",
                Level.HIGH,
                Map.of(AVAILABILITY, 85, DATA_LOSS, 20, DEPENDENCIES, 30, ROLLBACK, 50),
                postgres(Lock.ACCESS_EXCLUSIVE, REWRITE)
                        .other(Lock.ACCESS_EXCLUSIVE)
                        .failsOn("orphans: the key is looked at again")
                        .irreversible()
                        .recipe("drop the foreign key; change both; add it NOT VALID; VALIDATE")
                        .shownBy("ALTER TABLE orders ALTER COLUMN customer_id TYPE bigint", Verified.POSTGRESQL),
                mySql(Lock.COPY, REWRITE)
                        .failsOn("always")
                        .refused("are incompatible")
                        .recipe("drop the foreign key, change both columns, add it again")
                        .shownBy("ALTER TABLE orders MODIFY customer_id BIGINT NOT NULL", Verified.MYSQL),
                mariaDb(Lock.COPY, REWRITE)
                        .failsOn("always")
                        .refused("used in a foreign key constraint")
                        .recipe("drop the foreign key, change both columns, add it again")
                        .shownBy("ALTER TABLE orders MODIFY customer_id BIGINT NOT NULL", Verified.MARIADB),
                sqlite(REWRITE)
                        .irreversible()
                        .recipe("the table is made anew")
                        .shownBy(
                                "CREATE TABLE dataflow_new_orders (id INTEGER PRIMARY KEY, note TEXT, total TEXT); INSERT INTO "
                                        + "dataflow_new_orders (id, note, total) SELECT id, note, total FROM orders; DROP TABLE orders; "
                                        + "ALTER TABLE dataflow_new_orders RENAME TO orders",
                                Verified.SQLITE));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.ALTER_TYPE) && ColumnTypes.isOfForeignKey(occurrence);
    }
}
