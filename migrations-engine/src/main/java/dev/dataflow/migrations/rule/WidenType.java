package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.ROLLBACK;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.ClaimBuilder.sqlite;
import static dev.dataflow.migrations.rule.Work.NONE;
import static dev.dataflow.migrations.rule.Work.REWRITE;

import dev.dataflow.migrations.statement.Action;
import java.util.Map;

/** A type takes more values, and those that are there stay as they are stored. */
final class WidenType extends OperationRule {

    WidenType() {
        super(
                "widen-type",
                "a type is widened",
                Level.HIGH,
                Map.of(AVAILABILITY, 12, ROLLBACK, 15),
                postgres(Lock.ACCESS_EXCLUSIVE, NONE)
                        .recipe("a lock_timeout of seconds; ANALYZE the column afterwards")
                        .shownBy("ALTER TABLE orders ALTER COLUMN note TYPE varchar(40)", Verified.POSTGRESQL),
                mySql(Lock.INPLACE, NONE)
                        .recipe("ALGORITHM=INPLACE, so that a copy is refused: across 255 bytes the table is copied")
                        .shownBy("ALTER TABLE orders MODIFY note VARCHAR(40)", Verified.MYSQL),
                mariaDb(Lock.INSTANT, NONE)
                        .recipe(
                                "ALGORITHM=INSTANT, so that a copy is refused: what may take 128 to 255 bytes is copied when it gets more than 255")
                        .shownBy("ALTER TABLE orders MODIFY note VARCHAR(40)", Verified.MARIADB),
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
        return occurrence.is(Action.ALTER_TYPE)
                && ColumnTypes.is(occurrence, TypeTransition.WIDENED)
                && !ColumnTypes.isInExpression(occurrence)
                && !ColumnTypes.isOfForeignKey(occurrence);
    }
}
