package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.PERFORMANCE;
import static dev.dataflow.migrations.rule.Category.ROLLBACK;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.ClaimBuilder.sqlite;
import static dev.dataflow.migrations.rule.Work.REWRITE;

import dev.dataflow.migrations.statement.Action;
import java.util.Map;

/** A type becomes another that takes all values, and all rows are written anew. */
final class RewriteType extends OperationRule {

    RewriteType() {
        super(
                "rewrite-type",
                "a type changes, for which all rows are written",
                Level.HIGH,
                Map.of(AVAILABILITY, 80, PERFORMANCE, 30, ROLLBACK, 30),
                postgres(Lock.ACCESS_EXCLUSIVE, REWRITE)
                        .recipe(
                                "a second column, kept alike by the programs or a trigger, filled in batches, then put in the "
                                        + "place of the first")
                        .shownBy("ALTER TABLE orders ALTER COLUMN plain TYPE bigint", Verified.POSTGRESQL),
                mySql(Lock.COPY, REWRITE)
                        .recipe(
                                "a second column, kept alike by the programs or a trigger, filled in batches, then put in the "
                                        + "place of the first")
                        .shownBy("ALTER TABLE orders MODIFY plain BIGINT", Verified.MYSQL),
                mariaDb(Lock.COPY_ONLINE, REWRITE)
                        .from("11.2")
                        .recipe("ALGORITHM=COPY, LOCK=NONE")
                        .shownBy("ALTER TABLE orders MODIFY plain BIGINT", Verified.MARIADB),
                mariaDb(Lock.COPY, REWRITE)
                        .below("11.2")
                        .recipe(
                                "a second column, kept alike by the programs or a trigger, filled in batches, then put in the "
                                        + "place of the first")
                        .shownBy("ALTER TABLE orders MODIFY plain BIGINT", Evidence.DOCUMENTED),
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
                && ColumnTypes.is(occurrence, TypeTransition.REWRITTEN)
                && !ColumnTypes.isOfForeignKey(occurrence);
    }
}
