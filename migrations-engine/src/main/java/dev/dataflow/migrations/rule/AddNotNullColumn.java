package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.DEPENDENCIES;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.ClaimBuilder.sqlite;
import static dev.dataflow.migrations.rule.Work.NONE;

import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Part;
import dev.dataflow.migrations.statement.Trait;
import java.util.Map;

/** A column comes that may not hold NULL, with a constant default. */
final class AddNotNullColumn extends OperationRule {

    AddNotNullColumn() {
        super(
                "add-column-not-null",
                "a NOT NULL column comes with a constant default",
                Level.MEDIUM,
                Map.of(AVAILABILITY, 8, DEPENDENCIES, 5),
                postgres(Lock.ACCESS_EXCLUSIVE, NONE)
                        .recipe(
                                "a lock_timeout of seconds, and try again: who waits for this lock keeps out all that come later")
                        .shownBy("ALTER TABLE orders ADD COLUMN extra int NOT NULL DEFAULT 0", Verified.POSTGRESQL),
                mySql(Lock.INSTANT, NONE)
                        .recipe("ALGORITHM=INSTANT, so that a slow way is refused")
                        .shownBy("ALTER TABLE orders ADD COLUMN extra INT NOT NULL DEFAULT 0", Verified.MYSQL),
                mariaDb(Lock.INSTANT, NONE)
                        .recipe("ALGORITHM=INSTANT, so that a slow way is refused")
                        .shownBy("ALTER TABLE orders ADD COLUMN extra INT NOT NULL DEFAULT 0", Verified.MARIADB),
                sqlite(NONE)
                        .shownBy("ALTER TABLE orders ADD COLUMN extra INTEGER NOT NULL DEFAULT 0", Verified.SQLITE));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.ADD_COLUMN)
                && occurrence.has(Trait.NOT_NULL)
                && occurrence.operation().part(Part.DEFAULT).isPresent()
                && !occurrence.has(Trait.POSITIONED)
                && AddedColumn.isPlain(occurrence);
    }
}
