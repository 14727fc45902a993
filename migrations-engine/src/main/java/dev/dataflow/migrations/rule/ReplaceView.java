package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.DEPENDENCIES;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.Work.NONE;

import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Trait;
import java.util.Map;

/** A view becomes another. */
final class ReplaceView extends OperationRule {

    ReplaceView() {
        super(
                "replace-view",
                "a view becomes another",
                Level.MEDIUM,
                Map.of(AVAILABILITY, 12, DEPENDENCIES, 25),
                postgres(Lock.ACCESS_EXCLUSIVE, NONE)
                        .other(Lock.ACCESS_SHARE)
                        .failsOn("columns that go, or get another name or type")
                        .recipe("new columns at the end only")
                        .shownBy(
                                "CREATE OR REPLACE VIEW active_shops AS SELECT id, name, opened FROM shops",
                                Verified.POSTGRESQL),
                mySql(Lock.METADATA, NONE)
                        .shownBy("CREATE OR REPLACE VIEW active_shops AS SELECT id FROM shops", Verified.MYSQL),
                mariaDb(Lock.METADATA, NONE)
                        .shownBy("CREATE OR REPLACE VIEW active_shops AS SELECT id FROM shops", Verified.MARIADB));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.CREATE_VIEW) && occurrence.has(Trait.OR_REPLACE);
    }
}
