package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.ClaimBuilder.sqlite;
import static dev.dataflow.migrations.rule.Work.INDEX_BUILD;

import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Trait;
import java.util.Map;

/** An index is built anew, and writing waits for it. */
final class Reindex extends OperationRule {

    Reindex() {
        super(
                "reindex",
                "an index is built anew",
                Level.HIGH,
                Map.of(AVAILABILITY, 65),
                postgres(Lock.SHARE, INDEX_BUILD)
                        .recipe("CONCURRENTLY: else also who reads by the index waits")
                        .shownBy("REINDEX INDEX orders_plain", Verified.POSTGRESQL),
                sqlite(INDEX_BUILD)
                        .recipe("nobody else writes to the file meanwhile")
                        .shownBy("REINDEX orders", Evidence.DOCUMENTED));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.REINDEX) && !occurrence.has(Trait.CONCURRENT);
    }
}
