package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.DEPENDENCIES;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.Work.NONE;

import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Trait;
import java.util.Map;

/** Who sees which rows changes. */
final class RowSecurity extends OperationRule {

    RowSecurity() {
        super(
                "row-security",
                "row security or a policy changes",
                Level.HIGH,
                Map.of(AVAILABILITY, 15, DEPENDENCIES, 50),
                postgres(Lock.ACCESS_EXCLUSIVE, NONE)
                        .recipe("policies first, then switch it on; all in one transaction")
                        .shownBy("ALTER TABLE orders ENABLE ROW LEVEL SECURITY", Verified.POSTGRESQL));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.ALTER_ROW_SECURITY) && !occurrence.has(Trait.DISABLED);
    }
}
