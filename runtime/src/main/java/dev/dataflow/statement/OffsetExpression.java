package dev.dataflow.statement;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.InvalidInputException;
import dev.dataflow.error.Problem;
import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.type.OffsetColumn;
import java.time.OffsetDateTime;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.impl.DSL;

/**
 * What an offset's column is set to when its column is set to an expression: a value has an offset, and so has a column of
 * the same kind. An expression the database computes has none.
 *
 * @param model the model whose columns the expression may use
 */
record OffsetExpression(ModelMetadata<?, ?, ?, ?> model) {

    Field<Integer> of(Column<?> column, Field<?> expression) {
        if (expression instanceof Param<?> param
                && (param.getValue() == null || param.getValue() instanceof OffsetDateTime)) {
            return DSL.val(OffsetColumn.of(param.getValue()), column.offset());
        }
        for (Column<?> other : model.columns()) {
            Field<Integer> offset = other.offset();
            if (offset != null && other.field().equals(expression)) {
                return offset;
            }
        }
        throw new InvalidInputException(
                new Problem(
                        ErrorCode.EXPRESSION_WITHOUT_OFFSET,
                        "`" + column.name() + "` of " + model + " is set to an expression that has no offset",
                        "an OffsetDateTime is an instant and an offset, and databases compute instants only",
                        "set it to a value or to another OffsetDateTime column; or read, compute in Java and write with"
                                + " modify"),
                null);
    }
}
