package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.ROLLBACK;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.Work.REWRITE;

import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Trait;
import java.util.Map;

/** A stored computed column is computed otherwise. */
final class ChangeExpression extends OperationRule {

    ChangeExpression() {
        super(
                "change-expression",
                "a stored column is computed otherwise",
                Level.HIGH,
                Map.of(AVAILABILITY, 80, ROLLBACK, 10),
                postgres(Lock.ACCESS_EXCLUSIVE, REWRITE)
                        .from("17")
                        .recipe(
                                "a second column, kept alike by the programs or a trigger, filled in batches, then put in the "
                                        + "place of the first")
                        .shownBy(
                                "ALTER TABLE customers ALTER COLUMN age_next SET EXPRESSION AS (age + 2)",
                                Verified.POSTGRESQL));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.ALTER_EXPRESSION) && occurrence.has(Trait.STORED);
    }
}
