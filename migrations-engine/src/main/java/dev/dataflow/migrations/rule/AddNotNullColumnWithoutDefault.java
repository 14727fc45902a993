package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.DATA_LOSS;
import static dev.dataflow.migrations.rule.Category.DEPENDENCIES;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.ClaimBuilder.sqlite;
import static dev.dataflow.migrations.rule.Work.NONE;
import static dev.dataflow.migrations.rule.Work.SCAN;

import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Part;
import dev.dataflow.migrations.statement.Trait;
import java.util.Map;

/** A column comes that may not hold NULL, and there is no value for rows that are there. */
final class AddNotNullColumnWithoutDefault extends OperationRule {

    AddNotNullColumnWithoutDefault() {
        super(
                "add-column-not-null-without-default",
                "a NOT NULL column comes without a default",
                Level.HIGH,
                Map.of(AVAILABILITY, 50, DATA_LOSS, 10, DEPENDENCIES, 40),
                postgres(Lock.ACCESS_EXCLUSIVE, SCAN)
                        .failsOn("any row that is there")
                        .recipe("the column as NULL, then its default, then values in batches, then NOT NULL")
                        .shownBy("ALTER TABLE drafts ADD COLUMN extra int NOT NULL", Verified.POSTGRESQL),
                mySql(Lock.INSTANT, NONE)
                        .failsOn("dates; other rows get a made-up 0 or empty text")
                        .recipe("the column as NULL, then its default, then values in batches, then NOT NULL")
                        .shownBy("ALTER TABLE orders ADD COLUMN extra INT NOT NULL", Verified.MYSQL),
                mariaDb(Lock.INSTANT, NONE)
                        .failsOn("nothing; rows get a made-up 0 or empty text")
                        .recipe("the column as NULL, then its default, then values in batches, then NOT NULL")
                        .shownBy("ALTER TABLE orders ADD COLUMN extra INT NOT NULL", Verified.MARIADB),
                sqlite(NONE)
                        .failsOn("always")
                        .refused("NOT NULL column with default value NULL")
                        .recipe("a default, or the table made anew")
                        .shownBy("ALTER TABLE orders ADD COLUMN extra INTEGER NOT NULL", Verified.SQLITE));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.ADD_COLUMN)
                && occurrence.has(Trait.NOT_NULL)
                && occurrence.operation().part(Part.DEFAULT).isEmpty()
                && AddedColumn.isPlain(occurrence);
    }
}
