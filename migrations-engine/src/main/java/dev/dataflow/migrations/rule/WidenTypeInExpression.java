package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.Work.INDEX_BUILD;

import dev.dataflow.migrations.statement.Action;
import java.util.Map;

/** A type is widened, and an index over an expression or a condition has to be built anew. */
final class WidenTypeInExpression extends OperationRule {

    WidenTypeInExpression() {
        super(
                "widen-type-in-expression",
                "a type is widened that an index computes with",
                Level.HIGH,
                Map.of(AVAILABILITY, 60),
                postgres(Lock.ACCESS_EXCLUSIVE, INDEX_BUILD)
                        .recipe("drop the index CONCURRENTLY before and make it again CONCURRENTLY afterwards")
                        .shownBy("ALTER TABLE customers ALTER COLUMN code TYPE varchar(40)", Verified.POSTGRESQL));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.ALTER_TYPE)
                && ColumnTypes.is(occurrence, TypeTransition.WIDENED)
                && ColumnTypes.isInExpression(occurrence);
    }
}
