package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.PERFORMANCE;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.Work.INDEX_BUILD;

import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Trait;
import java.util.Map;

/** An index is built while others write. */
final class CreateIndexConcurrently extends OperationRule {

    CreateIndexConcurrently() {
        super(
                "create-index-concurrently",
                "an index is built concurrently",
                Level.LOW,
                Map.of(AVAILABILITY, 5, PERFORMANCE, 15),
                postgres(Lock.SHARE_UPDATE_EXCLUSIVE, INDEX_BUILD)
                        .failsOn(
                                "duplicates, if it is unique, and a lock_timeout: an index that is not valid stays and has to "
                                        + "be dropped")
                        .recipe(
                                "no lock_timeout and a long statement_timeout, in a session of its own; it waits for all "
                                        + "transactions that are open")
                        .shownBy("CREATE INDEX CONCURRENTLY orders_by_total ON orders (total)", Verified.POSTGRESQL));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.CREATE_INDEX)
                && !occurrence.has(Trait.SPECIAL_INDEX)
                && occurrence.has(Trait.CONCURRENT)
                && !Partitioned.is(occurrence);
    }
}
