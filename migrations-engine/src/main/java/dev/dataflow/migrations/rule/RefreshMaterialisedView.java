package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.Work.REWRITE;

import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Trait;
import java.util.Map;

/** A materialised view is filled anew, and nobody reads it meanwhile. */
final class RefreshMaterialisedView extends OperationRule {

    RefreshMaterialisedView() {
        super(
                "refresh-materialised-view",
                "a materialised view is filled anew",
                Level.MEDIUM,
                Map.of(AVAILABILITY, 60),
                postgres(Lock.ACCESS_EXCLUSIVE, REWRITE)
                        .other(Lock.ACCESS_SHARE)
                        .recipe("CONCURRENTLY, which needs a unique index")
                        .shownBy("REFRESH MATERIALIZED VIEW totals", Verified.POSTGRESQL));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.REFRESH_MATERIALISED_VIEW) && !occurrence.has(Trait.CONCURRENT);
    }
}
