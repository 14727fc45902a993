package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.DEPENDENCIES;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.ClaimBuilder.sqlite;
import static dev.dataflow.migrations.rule.Work.NONE;

import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Trait;
import java.util.Map;

/** A view goes. */
final class DropView extends OperationRule {

    DropView() {
        super(
                "drop-view",
                "a view goes",
                Level.MEDIUM,
                Map.of(AVAILABILITY, 12, DEPENDENCIES, 40),
                postgres(Lock.ACCESS_EXCLUSIVE, NONE)
                        .failsOn("views that use it")
                        .recipe("make it again in the same transaction, with its rights")
                        .shownBy("DROP VIEW active_shops", Verified.POSTGRESQL),
                mySql(Lock.METADATA, NONE)
                        .recipe("rights on it stay and are those of the next one of this name")
                        .shownBy("DROP VIEW active_shops", Verified.MYSQL),
                mariaDb(Lock.METADATA, NONE)
                        .recipe("rights on it stay and are those of the next one of this name")
                        .shownBy("DROP VIEW active_shops", Verified.MARIADB),
                sqlite(NONE).shownBy("DROP VIEW active_shops", Verified.SQLITE));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.DROP_VIEW) && !occurrence.has(Trait.CASCADE);
    }
}
