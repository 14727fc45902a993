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

/** A column may hold NULL. */
final class DropNotNull extends OperationRule {

    DropNotNull() {
        super(
                "drop-not-null",
                "a column may hold NULL",
                Level.LOW,
                Map.of(AVAILABILITY, 10, DEPENDENCIES, 10, ROLLBACK, 10),
                postgres(Lock.ACCESS_EXCLUSIVE, NONE)
                        .recipe("programs that read it must know NULL")
                        .shownBy("ALTER TABLE orders ALTER COLUMN number DROP NOT NULL", Verified.POSTGRESQL),
                mySql(Lock.INPLACE, REWRITE)
                        .recipe("the table is made anew while others write")
                        .shownBy("ALTER TABLE orders MODIFY number INT", Verified.MYSQL),
                mariaDb(Lock.INPLACE, REWRITE)
                        .recipe("the table is made anew while others write")
                        .shownBy("ALTER TABLE orders MODIFY number INT", Verified.MARIADB),
                sqlite(NONE)
                        .from("3.53")
                        .shownBy("ALTER TABLE orders ALTER COLUMN number DROP NOT NULL", Verified.SQLITE),
                sqlite(REWRITE)
                        .below("3.53")
                        .recipe("the table is made anew")
                        .shownBy(
                                "CREATE TABLE dataflow_new_orders (id INTEGER PRIMARY KEY, note TEXT, total TEXT); INSERT INTO "
                                        + "dataflow_new_orders (id, note, total) SELECT id, note, total FROM orders; DROP TABLE orders; "
                                        + "ALTER TABLE dataflow_new_orders RENAME TO orders",
                                Verified.SQLITE));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.DROP_NOT_NULL);
    }
}
