package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.DEPENDENCIES;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.Work.NONE;

import dev.dataflow.migrations.statement.Action;
import java.util.Map;

/** A constraint or trigger gets another name, or a key is deferred otherwise. */
final class RenameConstraint extends OperationRule {

    RenameConstraint() {
        super(
                "rename-constraint",
                "a constraint gets another name",
                Level.LOW,
                Map.of(AVAILABILITY, 10, DEPENDENCIES, 10),
                postgres(Lock.ACCESS_EXCLUSIVE, NONE)
                        .recipe("programs that look for the name of a violated constraint must know it")
                        .shownBy(
                                "ALTER TABLE orders RENAME CONSTRAINT orders_total TO orders_sum",
                                Verified.POSTGRESQL));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.RENAME_CONSTRAINT);
    }
}
