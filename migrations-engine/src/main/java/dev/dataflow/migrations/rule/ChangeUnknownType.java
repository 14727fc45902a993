package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.DATA_LOSS;
import static dev.dataflow.migrations.rule.Category.PERFORMANCE;
import static dev.dataflow.migrations.rule.Category.ROLLBACK;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.Work.REWRITE;

import dev.dataflow.migrations.statement.Action;
import java.util.Map;

/** A type changes, and what it was is not known. */
final class ChangeUnknownType extends OperationRule {

    ChangeUnknownType() {
        super(
                "change-type",
                "a type changes, and what it was is not known",
                Level.HIGH,
                Map.of(AVAILABILITY, 80, DATA_LOSS, 40, PERFORMANCE, 30, ROLLBACK, 50),
                postgres(Lock.ACCESS_EXCLUSIVE, REWRITE)
                        .failsOn("values that do not fit")
                        .irreversible()
                        .recipe(
                                "a second column, kept alike by the programs or a trigger, filled in batches, then put in the "
                                        + "place of the first")
                        .shownBy("ALTER TABLE orders ALTER COLUMN plain TYPE bigint", Verified.POSTGRESQL),
                mySql(Lock.COPY, REWRITE)
                        .failsOn("values that do not fit")
                        .irreversible()
                        .recipe("ALGORITHM=INSTANT or INPLACE, so that a copy is refused")
                        .shownBy("ALTER TABLE orders MODIFY plain BIGINT", Verified.MYSQL),
                mariaDb(Lock.COPY_ONLINE, REWRITE)
                        .from("11.2")
                        .failsOn("values that do not fit")
                        .irreversible()
                        .recipe("ALGORITHM=INSTANT or NOCOPY, so that a copy is refused")
                        .shownBy("ALTER TABLE orders MODIFY plain BIGINT", Verified.MARIADB),
                mariaDb(Lock.COPY, REWRITE)
                        .below("11.2")
                        .failsOn("values that do not fit")
                        .irreversible()
                        .recipe("ALGORITHM=INSTANT or NOCOPY, so that a copy is refused")
                        .shownBy("ALTER TABLE orders MODIFY plain BIGINT", Evidence.DOCUMENTED));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.ALTER_TYPE, Action.MODIFY_COLUMN) && ColumnTypes.isUnknown(occurrence);
    }
}
