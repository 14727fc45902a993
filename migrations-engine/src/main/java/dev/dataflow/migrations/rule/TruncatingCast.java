package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.DATA_LOSS;
import static dev.dataflow.migrations.rule.Category.ROLLBACK;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.Work.REWRITE;

import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Trait;
import java.util.Map;

/** An explicit cast cuts values without a word that the type change alone would refuse. */
final class TruncatingCast extends OperationRule {

    TruncatingCast() {
        super(
                "truncating-cast",
                "an explicit cast to a shorter type cuts values silently",
                Level.CRITICAL,
                Map.of(AVAILABILITY, 80, DATA_LOSS, 90, ROLLBACK, 80),
                postgres(Lock.ACCESS_EXCLUSIVE, REWRITE)
                        .loses("what is longer, without an error")
                        .irreversible()
                        .recipe("no USING: values that do not fit then fail")
                        .shownBy(
                                "ALTER TABLE orders ALTER COLUMN note TYPE varchar(2) USING note::varchar(2)",
                                Verified.POSTGRESQL));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.ALTER_TYPE) && occurrence.has(Trait.USING) && ColumnTypes.cutsByCast(occurrence);
    }
}
