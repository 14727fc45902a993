package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.PERFORMANCE;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.ClaimBuilder.sqlite;
import static dev.dataflow.migrations.rule.Work.REWRITE;

import dev.dataflow.migrations.statement.Action;
import java.util.Map;

/** All rows are written anew for how the table is stored. */
final class RewriteTable extends OperationRule {

    RewriteTable() {
        super(
                "rewrite-table",
                "all rows are written anew for how the table is stored",
                Level.HIGH,
                Map.of(AVAILABILITY, 80, PERFORMANCE, 40),
                postgres(Lock.ACCESS_EXCLUSIVE, REWRITE)
                        .loses("after a crash all rows, if it is UNLOGGED")
                        .recipe("pg_repack, or another table that is filled while others write")
                        .shownBy("ALTER TABLE lines SET UNLOGGED", Verified.POSTGRESQL),
                mySql(Lock.INPLACE, REWRITE)
                        .recipe("replicas lag behind by as long as it takes: do it when little is written")
                        .shownBy("ALTER TABLE `lines` ENGINE = InnoDB", Verified.MYSQL),
                mariaDb(Lock.INPLACE, REWRITE)
                        .recipe("replicas lag behind by as long as it takes: do it when little is written")
                        .shownBy("ALTER TABLE `lines` ENGINE = InnoDB", Verified.MARIADB),
                sqlite(REWRITE).recipe("twice the file's size must be free").shownBy("VACUUM", Verified.SQLITE));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.REWRITE_TABLE);
    }
}
