package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.PERFORMANCE;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.Work.SCAN;

import dev.dataflow.migrations.statement.Action;
import java.util.Map;

/** Rows that are there are looked at for a foreign key. */
final class ValidateConstraint extends OperationRule {

    ValidateConstraint() {
        super(
                "validate-constraint",
                "rows are looked at for a constraint that is declared",
                Level.LOW,
                Map.of(AVAILABILITY, 5, PERFORMANCE, 15),
                postgres(Lock.SHARE_UPDATE_EXCLUSIVE, SCAN)
                        .other(Lock.ROW_SHARE)
                        .failsOn("orphans, or rows that do not meet it")
                        .recipe("count them first")
                        .shownBy("ALTER TABLE orders VALIDATE CONSTRAINT orders_shop", Verified.POSTGRESQL));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.VALIDATE_CONSTRAINT) && !Declared.isOwn(occurrence);
    }
}
