package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.DATA_LOSS;
import static dev.dataflow.migrations.rule.Category.PERFORMANCE;
import static dev.dataflow.migrations.rule.Category.ROLLBACK;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.ClaimBuilder.sqlite;
import static dev.dataflow.migrations.rule.Work.REWRITE;

import dev.dataflow.migrations.statement.Action;
import java.util.Map;

/** A type takes fewer values: those that do not fit fail, are rounded or cut. */
final class NarrowType extends OperationRule {

    NarrowType() {
        super(
                "narrow-type",
                "a type is narrowed or converted",
                Level.HIGH,
                Map.of(AVAILABILITY, 80, DATA_LOSS, 60, PERFORMANCE, 20, ROLLBACK, 60),
                postgres(Lock.ACCESS_EXCLUSIVE, REWRITE)
                        .failsOn("values that do not fit")
                        .loses("digits that are rounded")
                        .irreversible()
                        .recipe(
                                "count what does not fit; instead of a shorter text a check of its length, NOT VALID and "
                                        + "validated; else a second column, kept alike by the programs or a trigger, filled in batches, "
                                        + "then put in the place of the first")
                        .shownBy("ALTER TABLE orders ALTER COLUMN note TYPE varchar(10)", Verified.POSTGRESQL),
                mySql(Lock.COPY, REWRITE)
                        .failsOn("values that do not fit, in strict mode; else they are cut")
                        .loses("digits that are rounded")
                        .irreversible()
                        .recipe(
                                "a second column, kept alike by the programs or a trigger, filled in batches, then put in the "
                                        + "place of the first")
                        .shownBy("ALTER TABLE orders MODIFY note VARCHAR(10)", Verified.MYSQL),
                mariaDb(Lock.COPY_ONLINE, REWRITE)
                        .from("11.2")
                        .failsOn("values that do not fit, in strict mode; else they are cut")
                        .loses("digits that are rounded")
                        .irreversible()
                        .recipe(
                                "a second column, kept alike by the programs or a trigger, filled in batches, then put in the "
                                        + "place of the first")
                        .shownBy("ALTER TABLE orders MODIFY note VARCHAR(10)", Verified.MARIADB),
                mariaDb(Lock.COPY, REWRITE)
                        .below("11.2")
                        .failsOn("values that do not fit, in strict mode; else they are cut")
                        .loses("digits that are rounded")
                        .irreversible()
                        .recipe(
                                "a second column, kept alike by the programs or a trigger, filled in batches, then put in the "
                                        + "place of the first")
                        .shownBy("ALTER TABLE orders MODIFY note VARCHAR(10)", Evidence.DOCUMENTED),
                sqlite(REWRITE)
                        .failsOn("values that a STRICT table does not take")
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
        return occurrence.is(Action.ALTER_TYPE)
                && ColumnTypes.is(occurrence, TypeTransition.NARROWED)
                && !ColumnTypes.isOfForeignKey(occurrence);
    }
}
