package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.DEPENDENCIES;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.Work.NONE;

import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Trait;
import java.util.Map;

/** A check comes for rows to come. */
final class AddCheckNotValid extends OperationRule {

    AddCheckNotValid() {
        super(
                "add-check-not-valid",
                "a check comes for rows to come",
                Level.LOW,
                Map.of(AVAILABILITY, 12, DEPENDENCIES, 10),
                postgres(Lock.ACCESS_EXCLUSIVE, NONE)
                        .recipe("VALIDATE it in another transaction")
                        .shownBy(
                                "ALTER TABLE orders ADD CONSTRAINT orders_more CHECK (total > -1) NOT VALID",
                                Verified.POSTGRESQL),
                mySql(Lock.INSTANT, NONE)
                        .shownBy(
                                "ALTER TABLE orders ADD CONSTRAINT orders_more CHECK (total > -1) NOT ENFORCED",
                                Verified.MYSQL));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.ADD_CHECK) && occurrence.has(Trait.NOT_VALID);
    }
}
