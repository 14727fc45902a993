package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.DEPENDENCIES;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.Work.NONE;

import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Trait;
import java.util.Map;

/** Rows that policies hid are visible. */
final class DisableRowSecurity extends OperationRule {

    DisableRowSecurity() {
        super(
                "disable-row-security",
                "row security goes, and who may read the table, or its owner, sees all its rows",
                Level.HIGH,
                Map.of(AVAILABILITY, 15, DEPENDENCIES, 55),
                postgres(Lock.ACCESS_EXCLUSIVE, NONE)
                        .shownBy("ALTER TABLE orders DISABLE ROW LEVEL SECURITY", Verified.POSTGRESQL));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.ALTER_ROW_SECURITY) && occurrence.has(Trait.DISABLED);
    }
}
