package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.PERFORMANCE;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.Work.INDEX_BUILD;

import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Trait;
import java.util.Map;

/** An index is built anew while others write. */
final class ReindexConcurrently extends OperationRule {

    ReindexConcurrently() {
        super(
                "reindex-concurrently",
                "an index is built anew, concurrently",
                Level.LOW,
                Map.of(AVAILABILITY, 5, PERFORMANCE, 15),
                postgres(Lock.SHARE_UPDATE_EXCLUSIVE, INDEX_BUILD)
                        .failsOn("a lock_timeout: an index that is not valid stays, with _ccnew in its name")
                        .recipe("no lock_timeout, in a session of its own")
                        .shownBy("REINDEX INDEX CONCURRENTLY orders_plain", Verified.POSTGRESQL));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.REINDEX) && occurrence.has(Trait.CONCURRENT);
    }
}
