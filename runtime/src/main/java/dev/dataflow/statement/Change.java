package dev.dataflow.statement;

import dev.dataflow.metadata.UpdateOperator;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * A column an update writes.
 *
 * @param column the column's position in the model's metadata
 * @param expression what it is set to; null for a value of the call's row
 * @param operator how it is computed from its old value and that of the call's row; null for none
 */
public record Change(
        int column, @Nullable Field<?> expression, @Nullable UpdateOperator operator) {

    /** A column set to a value of the call's row. */
    public static Change value(int column) {
        return new Change(column, null, null);
    }

    /** A column set to an expression. */
    public static Change expression(int column, Field<?> expression) {
        return new Change(column, expression, null);
    }

    /** A column computed by an operator, whose operand is in the call's row. */
    public static Change operator(int column, UpdateOperator operator) {
        return new Change(column, null, operator);
    }
}
