package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.DATA_LOSS;
import static dev.dataflow.migrations.rule.Category.DEPENDENCIES;
import static dev.dataflow.migrations.rule.Category.ROLLBACK;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.ClaimBuilder.sqlite;
import static dev.dataflow.migrations.rule.Work.NONE;
import static dev.dataflow.migrations.rule.Work.REWRITE;

import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Trait;
import java.util.Map;

/** A column goes, with its values. */
final class DropColumn extends OperationRule {

    DropColumn() {
        super(
                "drop-column",
                "a column goes",
                Level.HIGH,
                Map.of(AVAILABILITY, 12, DATA_LOSS, 90, DEPENDENCIES, 60, ROLLBACK, 90),
                postgres(Lock.ACCESS_EXCLUSIVE, NONE)
                        .failsOn("views and computed columns of it")
                        .loses("its values; indexes, keys and checks that it is in go without a word")
                        .irreversible()
                        .recipe("one release that does not use it, then drop it; keep its values in another table")
                        .shownBy("ALTER TABLE orders DROP COLUMN note", Verified.POSTGRESQL),
                mySql(Lock.INSTANT, NONE)
                        .from("8.0.29")
                        .failsOn(
                                "checks of several columns, computed columns of it, rows that become equal in a unique index")
                        .loses("its values; indexes lose the column, and checks of it alone go")
                        .irreversible()
                        .recipe("one release that does not use it, then drop it")
                        .shownBy("ALTER TABLE orders DROP COLUMN note", Verified.MYSQL),
                mySql(Lock.INPLACE, REWRITE)
                        .below("8.0.29")
                        .failsOn(
                                "checks of several columns, computed columns of it, rows that become equal in a unique index")
                        .loses("its values; indexes lose the column, and checks of it alone go")
                        .irreversible()
                        .recipe("one release that does not use it, then drop it")
                        .shownBy("ALTER TABLE orders DROP COLUMN note", Evidence.DOCUMENTED),
                mariaDb(Lock.INSTANT, NONE)
                        .failsOn("checks of several columns, computed columns of it, unique indexes over several")
                        .loses("its values; indexes lose the column, and checks of it alone go")
                        .irreversible()
                        .recipe("one release that does not use it, then drop it")
                        .shownBy("ALTER TABLE orders DROP COLUMN note", Verified.MARIADB),
                sqlite(REWRITE)
                        .failsOn("keys, indexes, checks, views and triggers that it is in")
                        .loses("its values")
                        .irreversible()
                        .recipe("one release that does not use it, then drop it")
                        .shownBy("ALTER TABLE orders DROP COLUMN note", Verified.SQLITE));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.DROP_COLUMN) && !occurrence.has(Trait.CASCADE);
    }
}
