package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.ClaimBuilder.sqlite;
import static dev.dataflow.migrations.rule.Work.INDEX_BUILD;
import static dev.dataflow.migrations.rule.Work.NONE;
import static dev.dataflow.migrations.rule.Work.REWRITE;

import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Trait;
import java.util.Map;

/** A column comes that is unique or a key. */
final class AddUniqueColumn extends OperationRule {

    AddUniqueColumn() {
        super(
                "add-column-unique",
                "a column comes that is unique",
                Level.MEDIUM,
                Map.of(AVAILABILITY, 60),
                postgres(Lock.ACCESS_EXCLUSIVE, INDEX_BUILD)
                        .failsOn("a default, where there are several rows")
                        .recipe("the column, then a unique index CONCURRENTLY, then the constraint USING INDEX")
                        .shownBy("ALTER TABLE orders ADD COLUMN extra int UNIQUE", Verified.POSTGRESQL),
                mySql(Lock.INPLACE, REWRITE)
                        .failsOn("a default, where there are several rows")
                        .recipe("the column alone, which is INSTANT, then the index")
                        .shownBy("ALTER TABLE orders ADD COLUMN extra INT UNIQUE", Verified.MYSQL),
                mariaDb(Lock.INPLACE, REWRITE)
                        .failsOn("a default, where there are several rows")
                        .recipe("the column alone, which is INSTANT, then the index")
                        .shownBy("ALTER TABLE orders ADD COLUMN extra INT UNIQUE", Verified.MARIADB),
                sqlite(NONE)
                        .failsOn("always")
                        .refused("UNIQUE column")
                        .recipe("the column, then a unique index")
                        .shownBy("ALTER TABLE orders ADD COLUMN extra INTEGER UNIQUE", Verified.SQLITE));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.ADD_COLUMN) && (occurrence.has(Trait.UNIQUE) || occurrence.has(Trait.PRIMARY_KEY));
    }
}
