package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.DEPENDENCIES;
import static dev.dataflow.migrations.rule.Category.ROLLBACK;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.Work.NONE;

import dev.dataflow.migrations.statement.Action;
import java.util.Map;

/** An enum type gets a value, which can never be taken away. */
final class AddEnumValue extends OperationRule {

    AddEnumValue() {
        super(
                "add-enum-value",
                "an enum type gets a value",
                Level.LOW,
                Map.of(DEPENDENCIES, 5, ROLLBACK, 20),
                postgres(Lock.NONE, NONE)
                        .irreversible()
                        .recipe("in a transaction of its own: the value can be used only after it has ended")
                        .shownBy("ALTER TYPE mood ADD VALUE 'calm'", Verified.POSTGRESQL));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.ADD_ENUM_VALUE);
    }
}
