package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.DEPENDENCIES;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.Work.NONE;

import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Trait;
import java.util.Map;

/** A column may not hold NULL from now on; rows that are there are looked at later. */
final class AddNotNullConstraint extends OperationRule {

    AddNotNullConstraint() {
        super(
                "add-not-null-not-valid",
                "NOT NULL is declared for rows to come",
                Level.MEDIUM,
                Map.of(AVAILABILITY, 10, DEPENDENCIES, 10),
                postgres(Lock.ACCESS_EXCLUSIVE, NONE)
                        .from("18")
                        .recipe("VALIDATE it in another transaction")
                        .shownBy(
                                "ALTER TABLE orders ADD CONSTRAINT plain_there NOT NULL plain NOT VALID",
                                Verified.POSTGRESQL));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.ADD_NOT_NULL) && occurrence.has(Trait.NOT_VALID);
    }
}
