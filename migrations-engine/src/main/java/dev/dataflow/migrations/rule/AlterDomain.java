package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.Work.SCAN;

import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Trait;
import java.util.Map;

/** A domain gets a check or NOT NULL, and all tables that use it are looked at. */
final class AlterDomain extends OperationRule {

    AlterDomain() {
        super(
                "alter-domain",
                "a domain gets a check, and all tables with it are read",
                Level.HIGH,
                Map.of(AVAILABILITY, 65),
                postgres(Lock.SHARE, SCAN)
                        .failsOn("values that do not meet it")
                        .recipe("NOT VALID, then VALIDATE in another transaction")
                        .shownBy(
                                "ALTER DOMAIN percentage ADD CONSTRAINT percentage_below CHECK (VALUE <= 1000)",
                                Verified.POSTGRESQL));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.ALTER_DOMAIN) && !occurrence.has(Trait.NOT_VALID);
    }
}
