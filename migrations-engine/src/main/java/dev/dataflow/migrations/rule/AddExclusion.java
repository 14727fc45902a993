package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.DEPENDENCIES;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.Work.INDEX_BUILD;

import dev.dataflow.migrations.statement.Action;
import java.util.Map;

/** An exclusion constraint comes, and its index is built while nobody reads or writes. */
final class AddExclusion extends OperationRule {

    AddExclusion() {
        super(
                "add-exclusion",
                "an exclusion constraint comes",
                Level.HIGH,
                Map.of(AVAILABILITY, 75, DEPENDENCIES, 10),
                postgres(Lock.ACCESS_EXCLUSIVE, INDEX_BUILD)
                        .failsOn("rows that exclude each other")
                        .recipe("there is no way while others write: another table, or a time without them")
                        .shownBy(
                                "ALTER TABLE lines ADD CONSTRAINT lines_apart EXCLUDE USING gist (period WITH &&)",
                                Verified.POSTGRESQL));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.ADD_EXCLUSION);
    }
}
