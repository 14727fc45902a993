package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.PERFORMANCE;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.Work.NONE;

import dev.dataflow.migrations.statement.Action;
import java.util.Map;

/** A materialised view comes and is filled. */
final class CreateMaterialisedView extends OperationRule {

    CreateMaterialisedView() {
        super(
                "create-materialised-view",
                "a materialised view comes and is filled",
                Level.LOW,
                Map.of(PERFORMANCE, 15),
                postgres(Lock.NONE, NONE)
                        .other(Lock.ACCESS_SHARE)
                        .recipe("WITH NO DATA, and REFRESH later")
                        .shownBy(
                                "CREATE MATERIALIZED VIEW sums AS SELECT sum(total) FROM orders WITH NO DATA",
                                Verified.POSTGRESQL));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.CREATE_MATERIALISED_VIEW);
    }
}
