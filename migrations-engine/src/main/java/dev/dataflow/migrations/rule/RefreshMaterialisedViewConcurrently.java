package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.PERFORMANCE;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.Work.SCAN;

import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Trait;
import java.util.Map;

/** A materialised view is filled anew while others read it. */
final class RefreshMaterialisedViewConcurrently extends OperationRule {

    RefreshMaterialisedViewConcurrently() {
        super(
                "refresh-materialised-view-concurrently",
                "a materialised view is filled anew, concurrently",
                Level.LOW,
                Map.of(PERFORMANCE, 20),
                postgres(Lock.EXCLUSIVE, SCAN)
                        .other(Lock.ACCESS_SHARE)
                        .shownBy("REFRESH MATERIALIZED VIEW CONCURRENTLY totals", Verified.POSTGRESQL));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.REFRESH_MATERIALISED_VIEW) && occurrence.has(Trait.CONCURRENT);
    }
}
