package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.DATA_LOSS;
import static dev.dataflow.migrations.rule.Category.ROLLBACK;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.Work.NONE;

import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Trait;
import java.util.Map;

/** All rows of a table go. */
final class TruncateTable extends OperationRule {

    TruncateTable() {
        super(
                "truncate-table",
                "all rows of a table go at once",
                Level.CRITICAL,
                Map.of(AVAILABILITY, 20, DATA_LOSS, 100, ROLLBACK, 90),
                postgres(Lock.ACCESS_EXCLUSIVE, NONE)
                        .failsOn("tables that point to it")
                        .loses("all rows")
                        .irreversible()
                        .recipe("delete in batches, if others use the table")
                        .shownBy("TRUNCATE lines", Verified.POSTGRESQL),
                mySql(Lock.METADATA, NONE)
                        .failsOn("tables that point to it")
                        .loses("all rows")
                        .irreversible()
                        .recipe("delete in batches, if others use the table")
                        .shownBy("TRUNCATE TABLE `lines`", Verified.MYSQL),
                mariaDb(Lock.METADATA, NONE)
                        .failsOn("tables that point to it")
                        .loses("all rows")
                        .irreversible()
                        .recipe("delete in batches, if others use the table")
                        .shownBy("TRUNCATE TABLE `lines`", Verified.MARIADB));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.TRUNCATE_TABLE) && !occurrence.has(Trait.CASCADE);
    }

    @Override
    boolean coversNewTables() {
        return true;
    }
}
