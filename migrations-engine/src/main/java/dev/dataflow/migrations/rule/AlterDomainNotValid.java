package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.Work.NONE;

import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Trait;
import java.util.Map;

/** A domain gets a check for values to come. */
final class AlterDomainNotValid extends OperationRule {

    AlterDomainNotValid() {
        super(
                "alter-domain-not-valid",
                "a domain gets a check for values to come",
                Level.LOW,
                Map.of(AVAILABILITY, 5),
                postgres(Lock.NONE, NONE)
                        .shownBy(
                                "ALTER DOMAIN percentage ADD CONSTRAINT percentage_below CHECK (VALUE <= 1000) NOT VALID",
                                Verified.POSTGRESQL));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.ALTER_DOMAIN) && occurrence.has(Trait.NOT_VALID);
    }
}
