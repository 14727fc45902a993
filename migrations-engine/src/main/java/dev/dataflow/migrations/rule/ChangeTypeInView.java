package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.DEPENDENCIES;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.Work.NONE;

import dev.dataflow.migrations.statement.Action;
import java.util.Map;

/** The type changes of a column that a view shows. */
final class ChangeTypeInView extends OperationRule {

    ChangeTypeInView() {
        super(
                "change-type-in-view",
                "the type of a column changes that a view shows",
                Level.MEDIUM,
                Map.of(DEPENDENCIES, 50),
                postgres(Lock.ACCESS_EXCLUSIVE, NONE)
                        .failsOn("always")
                        .refused("used by a view")
                        .recipe("drop the views and make them again with their rights, in the same transaction")
                        .shownBy("ALTER TABLE shops ALTER COLUMN name TYPE varchar(99)", Verified.POSTGRESQL));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.ALTER_TYPE) && Dependants.refuseType(occurrence);
    }
}
