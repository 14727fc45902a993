package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.PERFORMANCE;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.Work.REWRITE;

import dev.dataflow.migrations.statement.Action;
import java.util.Map;

/** A column comes of a domain that has a check. */
final class AddColumnOfDomain extends OperationRule {

    AddColumnOfDomain() {
        super(
                "add-column-domain",
                "a column comes of a domain with a check",
                Level.HIGH,
                Map.of(AVAILABILITY, 80, PERFORMANCE, 30),
                postgres(Lock.ACCESS_EXCLUSIVE, REWRITE)
                        .failsOn("the domain's check, if NULL or the default does not meet it")
                        .recipe("the domain's base type, and a check NOT VALID that is validated later")
                        .shownBy("ALTER TABLE orders ADD COLUMN extra percentage", Verified.POSTGRESQL));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.ADD_COLUMN) && AddedColumn.isOfCheckedDomain(occurrence);
    }
}
