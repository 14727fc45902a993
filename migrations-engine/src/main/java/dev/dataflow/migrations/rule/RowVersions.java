package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.Work.NONE;

import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Trait;
import java.util.Map;

/** MySQL: each INSTANT column that comes or goes is a version of rows, of which a table has 64. */
final class RowVersions extends OperationRule {

    RowVersions() {
        super(
                "row-versions",
                "an INSTANT change counts as one of 64 versions of rows",
                Level.LOW,
                Map.of(AVAILABILITY, 2),
                mySql(Lock.INSTANT, NONE)
                        .from("8.0.29")
                        .below("9.1")
                        .failsOn("the 65th since the table was last made anew")
                        .refused("Maximum row versions")
                        .recipe("look at INNODB_TABLES.TOTAL_ROW_VERSIONS; OPTIMIZE TABLE sets it back")
                        .shownBy("ALTER TABLE versioned ADD COLUMN extra INT", Verified.MYSQL));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.ADD_COLUMN, Action.DROP_COLUMN) && !occurrence.has(Trait.VIRTUAL);
    }
}
