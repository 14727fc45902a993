package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.DATA_LOSS;
import static dev.dataflow.migrations.rule.Category.ROLLBACK;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.Work.REWRITE;

import dev.dataflow.migrations.statement.Action;
import java.util.Map;

/** Points in time become what a clock shows, or the other way round. */
final class ChangeZone extends OperationRule {

    ChangeZone() {
        super(
                "change-zone",
                "a timestamp gets or loses its time zone",
                Level.HIGH,
                Map.of(AVAILABILITY, 80, DATA_LOSS, 30, ROLLBACK, 30),
                postgres(Lock.ACCESS_EXCLUSIVE, REWRITE)
                        .loses("which zone was meant")
                        .recipe(
                                "SET TimeZone to the zone that was meant; in UTC nothing is written from PostgreSQL 12 on")
                        .shownBy("ALTER TABLE customers ALTER COLUMN seen TYPE timestamptz", Verified.POSTGRESQL));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.ALTER_TYPE) && ColumnTypes.is(occurrence, TypeTransition.ZONE);
    }
}
