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

/** A check comes, and all rows are looked at. */
final class AddCheck extends OperationRule {

    AddCheck() {
        super(
                "add-check",
                "a check comes and is looked at at once",
                Level.MEDIUM,
                Map.of(AVAILABILITY, 60, DEPENDENCIES, 10),
                postgres(Lock.ACCESS_EXCLUSIVE, SCAN)
                        .failsOn("rows that do not meet it")
                        .recipe("NOT VALID, then VALIDATE in another transaction")
                        .shownBy(
                                "ALTER TABLE orders ADD CONSTRAINT orders_more CHECK (total > -1)",
                                Verified.POSTGRESQL),
                mySql(Lock.COPY, REWRITE)
                        .failsOn("rows that do not meet it")
                        .recipe(
                                "NOT ENFORCED changes only the catalog, but copies when it is enforced; else another table that "
                                        + "is filled while others write")
                        .shownBy("ALTER TABLE orders ADD CONSTRAINT orders_more CHECK (total > -1)", Verified.MYSQL),
                mariaDb(Lock.COPY_ONLINE, REWRITE)
                        .from("11.2")
                        .failsOn("rows that do not meet it")
                        .recipe(
                                "count what does not meet it; SET check_constraint_checks = OFF looks at nothing, but the table is "
                                        + "copied all the same")
                        .shownBy("ALTER TABLE orders ADD CONSTRAINT orders_more CHECK (total > -1)", Verified.MARIADB),
                mariaDb(Lock.COPY, REWRITE)
                        .below("11.2")
                        .failsOn("rows that do not meet it")
                        .recipe(
                                "count what does not meet it; SET check_constraint_checks = OFF looks at nothing, but the table is "
                                        + "copied all the same")
                        .shownBy(
                                "ALTER TABLE orders ADD CONSTRAINT orders_more CHECK (total > -1)",
                                Evidence.DOCUMENTED),
                sqlite(SCAN)
                        .from("3.53")
                        .failsOn("rows that do not meet it")
                        .shownBy("ALTER TABLE orders ADD CONSTRAINT orders_more CHECK (total >= 0)", Verified.SQLITE),
                sqlite(REWRITE)
                        .below("3.53")
                        .failsOn("rows that do not meet it")
                        .recipe("the table is made anew")
                        .shownBy(
                                "CREATE TABLE dataflow_new_orders (id INTEGER PRIMARY KEY, note TEXT CHECK (length(note) < "
                                        + "1000), total TEXT); INSERT INTO dataflow_new_orders (id, note, total) SELECT id, note, total "
                                        + "FROM orders; DROP TABLE orders; ALTER TABLE dataflow_new_orders RENAME TO orders",
                                Verified.SQLITE));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.ADD_CHECK, Action.ADD_NOT_NULL) && !occurrence.has(Trait.NOT_VALID);
    }
}
