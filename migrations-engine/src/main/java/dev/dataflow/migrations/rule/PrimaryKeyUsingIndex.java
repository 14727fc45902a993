package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.Work.SCAN;

import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Trait;
import java.util.Map;

/** A primary key takes over an index, and columns that may hold NULL are looked at for it. */
final class PrimaryKeyUsingIndex extends OperationRule {

    PrimaryKeyUsingIndex() {
        super(
                "primary-key-using-index",
                "a primary key takes over an index over columns that may hold NULL",
                Level.MEDIUM,
                Map.of(AVAILABILITY, 55),
                postgres(Lock.ACCESS_EXCLUSIVE, SCAN)
                        .failsOn("NULL")
                        .recipe("NOT NULL by a validated check before")
                        .shownBy("ALTER TABLE lines ADD PRIMARY KEY USING INDEX lines_code_ux", Verified.POSTGRESQL));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.has(Trait.USING_INDEX) && mayScan(occurrence);
    }

    /** A key whose columns are known to be NOT NULL needs no look. */
    static boolean mayScan(Occurrence occurrence) {
        return occurrence.is(Action.ADD_PRIMARY_KEY);
    }
}
