package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.DEPENDENCIES;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.Work.NONE;

import dev.dataflow.migrations.statement.Action;
import java.util.Map;

/** An index gets another name. */
final class RenameIndex extends OperationRule {

    RenameIndex() {
        super(
                "rename-index",
                "an index gets another name",
                Level.LOW,
                Map.of(AVAILABILITY, 3, DEPENDENCIES, 5),
                postgres(Lock.NONE, NONE)
                        .shownBy("ALTER INDEX orders_plain RENAME TO orders_by_plain", Verified.POSTGRESQL),
                mySql(Lock.INPLACE, NONE)
                        .shownBy("ALTER TABLE orders RENAME INDEX orders_plain TO orders_by_plain", Verified.MYSQL),
                mariaDb(Lock.INSTANT, NONE)
                        .shownBy("ALTER TABLE orders RENAME INDEX orders_plain TO orders_by_plain", Verified.MARIADB));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.RENAME_INDEX);
    }
}
