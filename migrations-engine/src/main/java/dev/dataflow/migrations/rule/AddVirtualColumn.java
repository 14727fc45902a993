package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.ClaimBuilder.sqlite;
import static dev.dataflow.migrations.rule.Work.NONE;

import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Trait;
import java.util.Map;

/** A column comes that is computed when it is read. */
final class AddVirtualColumn extends OperationRule {

    AddVirtualColumn() {
        super(
                "add-column-virtual",
                "a computed column comes that is not stored",
                Level.LOW,
                Map.of(AVAILABILITY, 8),
                postgres(Lock.ACCESS_EXCLUSIVE, NONE)
                        .from("18")
                        .recipe(
                                "a lock_timeout of seconds, and try again: who waits for this lock keeps out all that come later")
                        .shownBy(
                                "ALTER TABLE orders ADD COLUMN extra int GENERATED ALWAYS AS (plain + 1) VIRTUAL",
                                Verified.POSTGRESQL),
                mySql(Lock.INSTANT, NONE)
                        .recipe("ALGORITHM=INSTANT, so that a slow way is refused")
                        .shownBy("ALTER TABLE orders ADD COLUMN extra INT AS (plain + 1) VIRTUAL", Verified.MYSQL),
                mariaDb(Lock.INSTANT, NONE)
                        .recipe("ALGORITHM=INSTANT, so that a slow way is refused")
                        .shownBy("ALTER TABLE orders ADD COLUMN extra INT AS (plain + 1) VIRTUAL", Verified.MARIADB),
                sqlite(NONE)
                        .shownBy(
                                "ALTER TABLE orders ADD COLUMN extra INTEGER AS (plain + 1) VIRTUAL", Verified.SQLITE));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.ADD_COLUMN) && occurrence.has(Trait.VIRTUAL);
    }
}
