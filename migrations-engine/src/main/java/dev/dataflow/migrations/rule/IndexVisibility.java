package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.PERFORMANCE;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.Work.NONE;

import dev.dataflow.migrations.statement.Action;
import java.util.Map;

/** MySQL and MariaDB: queries use an index or not any more. */
final class IndexVisibility extends OperationRule {

    IndexVisibility() {
        super(
                "index-visibility",
                "queries use an index or not any more",
                Level.LOW,
                Map.of(PERFORMANCE, 20),
                mySql(Lock.INPLACE, NONE)
                        .shownBy("ALTER TABLE orders ALTER INDEX orders_plain INVISIBLE", Verified.MYSQL),
                mariaDb(Lock.INSTANT, NONE)
                        .shownBy("ALTER TABLE orders ALTER INDEX orders_plain IGNORED", Verified.MARIADB));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.SET_INDEX_VISIBILITY);
    }
}
