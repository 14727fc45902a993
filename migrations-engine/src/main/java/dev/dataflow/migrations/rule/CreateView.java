package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.DEPENDENCIES;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.ClaimBuilder.sqlite;
import static dev.dataflow.migrations.rule.Work.NONE;

import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Trait;
import java.util.Map;

/** A view comes. */
final class CreateView extends OperationRule {

    CreateView() {
        super(
                "create-view",
                "a view comes",
                Level.LOW,
                Map.of(DEPENDENCIES, 1),
                postgres(Lock.NONE, NONE)
                        .other(Lock.ACCESS_SHARE)
                        .shownBy("CREATE VIEW order_ids AS SELECT id FROM orders", Verified.POSTGRESQL),
                mySql(Lock.NONE, NONE).shownBy("CREATE VIEW order_ids AS SELECT id FROM orders", Verified.MYSQL),
                mariaDb(Lock.NONE, NONE).shownBy("CREATE VIEW order_ids AS SELECT id FROM orders", Verified.MARIADB),
                sqlite(NONE).shownBy("CREATE VIEW order_ids AS SELECT id FROM orders", Verified.SQLITE));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.CREATE_VIEW) && !occurrence.has(Trait.OR_REPLACE);
    }
}
