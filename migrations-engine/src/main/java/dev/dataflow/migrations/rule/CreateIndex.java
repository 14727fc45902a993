package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.PERFORMANCE;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.ClaimBuilder.sqlite;
import static dev.dataflow.migrations.rule.Work.INDEX_BUILD;

import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Trait;
import java.util.Map;

/** An index is built, and writing waits for it. */
final class CreateIndex extends OperationRule {

    CreateIndex() {
        super(
                "create-index",
                "an index is built",
                Level.MEDIUM,
                Map.of(AVAILABILITY, 60, PERFORMANCE, 10),
                postgres(Lock.SHARE, INDEX_BUILD)
                        .failsOn("duplicates, if it is unique")
                        .recipe("CONCURRENTLY, outside of a transaction")
                        .shownBy("CREATE INDEX orders_by_total ON orders (total)", Verified.POSTGRESQL),
                mySql(Lock.INPLACE, INDEX_BUILD)
                        .failsOn(
                                "duplicates, if it is unique; more written meanwhile than innodb_online_alter_log_max_size")
                        .recipe("ALGORITHM=INPLACE, LOCK=NONE, so that a slow way is refused")
                        .shownBy("ALTER TABLE orders ADD INDEX orders_by_total (total)", Verified.MYSQL),
                mariaDb(Lock.NOCOPY, INDEX_BUILD)
                        .failsOn(
                                "duplicates, if it is unique; more written meanwhile than innodb_online_alter_log_max_size")
                        .recipe("ALGORITHM=NOCOPY, LOCK=NONE, so that a slow way is refused")
                        .shownBy("ALTER TABLE orders ADD INDEX orders_by_total (total)", Verified.MARIADB),
                sqlite(INDEX_BUILD)
                        .failsOn("duplicates, if it is unique")
                        .recipe("nobody else writes to the file meanwhile")
                        .shownBy("CREATE INDEX orders_by_total ON orders (total)", Verified.SQLITE));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.CREATE_INDEX)
                && !occurrence.has(Trait.SPECIAL_INDEX)
                && !occurrence.has(Trait.CONCURRENT);
    }
}
