package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.DEPENDENCIES;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.Work.NONE;

import dev.dataflow.migrations.statement.Action;
import java.util.Map;

/** A value of an enum type gets another name. */
final class RenameEnumValue extends OperationRule {

    RenameEnumValue() {
        super(
                "rename-enum-value",
                "a value of an enum type gets another name",
                Level.HIGH,
                Map.of(DEPENDENCIES, 70),
                postgres(Lock.NONE, NONE)
                        .recipe("a second value, and programs that know both")
                        .shownBy("ALTER TYPE mood RENAME VALUE 'sad' TO 'blue'", Verified.POSTGRESQL));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.RENAME_ENUM_VALUE);
    }
}
