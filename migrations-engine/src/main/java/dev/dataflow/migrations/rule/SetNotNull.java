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
import java.util.Map;

/** A column may not hold NULL any more, and all rows are looked at for it. */
final class SetNotNull extends OperationRule {

    SetNotNull() {
        super(
                "set-not-null",
                "a column becomes NOT NULL",
                Level.HIGH,
                Map.of(AVAILABILITY, 60, DEPENDENCIES, 15),
                postgres(Lock.ACCESS_EXCLUSIVE, SCAN)
                        .failsOn("NULL")
                        .recipe(
                                "a check that it is not NULL, NOT VALID; VALIDATE it; then SET NOT NULL; then drop the check. "
                                        + "From 18 on a constraint NOT NULL … NOT VALID")
                        .shownBy("ALTER TABLE orders ALTER COLUMN plain SET NOT NULL", Verified.POSTGRESQL),
                mySql(Lock.INPLACE, REWRITE)
                        .failsOn("NULL, in strict mode; else it becomes 0 or empty text")
                        .recipe("count NULLs first; the table is made anew while others write")
                        .shownBy("ALTER TABLE orders MODIFY plain INT NOT NULL", Verified.MYSQL),
                mariaDb(Lock.INPLACE, REWRITE)
                        .failsOn("NULL, in strict mode; else it becomes 0 or empty text")
                        .recipe("count NULLs first; the table is made anew while others write")
                        .shownBy("ALTER TABLE orders MODIFY plain INT NOT NULL", Verified.MARIADB),
                sqlite(SCAN)
                        .from("3.53")
                        .failsOn("NULL")
                        .shownBy("ALTER TABLE orders ALTER COLUMN total SET NOT NULL", Verified.SQLITE),
                sqlite(REWRITE)
                        .below("3.53")
                        .failsOn("NULL")
                        .recipe("the table is made anew")
                        .shownBy(
                                "CREATE TABLE dataflow_new_orders (id INTEGER PRIMARY KEY, note TEXT NOT NULL, total TEXT); "
                                        + "INSERT INTO dataflow_new_orders (id, note, total) SELECT id, note, total FROM orders; DROP "
                                        + "TABLE orders; ALTER TABLE dataflow_new_orders RENAME TO orders",
                                Verified.SQLITE));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.SET_NOT_NULL) && !NotNullProof.exists(occurrence);
    }
}
