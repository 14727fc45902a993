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

import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Trait;
import java.util.Map;

/** A table goes, with its rows. */
final class DropTable extends OperationRule {

    DropTable() {
        super(
                "drop-table",
                "a table goes",
                Level.CRITICAL,
                Map.of(AVAILABILITY, 20, DATA_LOSS, 100, DEPENDENCIES, 60, ROLLBACK, 90),
                postgres(Lock.ACCESS_EXCLUSIVE, NONE)
                        .other(Lock.ACCESS_EXCLUSIVE)
                        .failsOn("views, keys and functions that depend on it")
                        .loses("all rows")
                        .irreversible()
                        .recipe(
                                "rename it, wait until nobody misses it, drop its foreign keys one by one, then drop it")
                        .shownBy("DROP TABLE orders", Verified.POSTGRESQL),
                mySql(Lock.METADATA, NONE)
                        .failsOn("foreign keys that point to it")
                        .loses("all rows")
                        .irreversible()
                        .recipe("rename it, wait until nobody misses it, then drop it")
                        .shownBy("DROP TABLE orders", Verified.MYSQL),
                mariaDb(Lock.METADATA, NONE)
                        .failsOn("foreign keys that point to it")
                        .loses("all rows")
                        .irreversible()
                        .recipe("rename it, wait until nobody misses it, then drop it")
                        .shownBy("DROP TABLE orders", Verified.MARIADB),
                sqlite(NONE)
                        .failsOn("rows that point to it, when foreign keys are on")
                        .loses(
                                "all rows, and with foreign keys on those of tables that point to it with ON DELETE CASCADE")
                        .irreversible()
                        .recipe("rename it and wait; foreign keys off before the transaction")
                        .shownBy("DROP TABLE orders", Verified.SQLITE));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.DROP_TABLE) && !occurrence.has(Trait.CASCADE);
    }

    @Override
    boolean coversNewTables() {
        return true;
    }
}
