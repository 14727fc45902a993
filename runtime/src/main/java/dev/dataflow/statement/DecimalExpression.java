package dev.dataflow.statement;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.InvalidInputException;
import dev.dataflow.error.Problem;
import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.model.LogicalType;
import dev.dataflow.type.ColumnType;
import dev.dataflow.type.ColumnTypes;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;
import org.jspecify.annotations.Nullable;

/**
 * Decimal arithmetic on SQLite, which has no decimals: {@code + - *} become functions over their text form, registered
 * with the connection. All else is refused, never computed in floating point.
 *
 * @param model the model whose columns the expression may use
 */
record DecimalExpression(ModelMetadata<?, ?, ?, ?> model) {

    /** What the functions' names start with. */
    static final String FUNCTION = "dataflow_decimal_";

    private static final DataType<BigDecimal> DECIMAL =
            ColumnTypes.decimal(38, 10).dataType();

    /** Whether columns of a type are decimals in text form. */
    static boolean isAssignable(LogicalType type) {
        return type == LogicalType.DECIMAL || type == LogicalType.BIG_INTEGER;
    }

    /** The expression, computed exactly and rounded half up to the column's scale, as the other databases do. */
    Field<?> assigned(Column<?> column, Field<?> expression) {
        if (!isAssignable(column.type().logical())) {
            throw refused(column + " is not a decimal, but the expression is");
        }
        DataType<?> type = column.type().dataType();
        return DSL.function(
                DSL.name(FUNCTION + "fit"),
                DECIMAL,
                exact(expression),
                DSL.inline(type.precision()),
                DSL.inline(type.scale()));
    }

    private Field<?> exact(Field<?> expression) {
        if (expression instanceof Param<?> param) {
            return DSL.val(decimal(param.getValue()), DECIMAL);
        }
        if (expression instanceof TableField<?, ?>) {
            return column(expression);
        }
        if (expression instanceof QOM.Add<?> add) {
            return call("add", add.$arg1(), add.$arg2());
        }
        if (expression instanceof QOM.Sub<?> subtract) {
            return call("subtract", subtract.$arg1(), subtract.$arg2());
        }
        if (expression instanceof QOM.Mul<?> multiply) {
            return call("multiply", multiply.$arg1(), multiply.$arg2());
        }
        if (expression instanceof QOM.Neg<?> negate) {
            return call("subtract", DSL.val(BigDecimal.ZERO), negate.$arg1());
        }
        throw refused("it uses something else than +, - and *");
    }

    private Field<?> call(String function, Field<?> left, Field<?> right) {
        return DSL.function(DSL.name(FUNCTION + function), DECIMAL, exact(left), exact(right));
    }

    private Field<?> column(Field<?> field) {
        ColumnType<?> type = ColumnType.find(field);
        LogicalType logical = type == null ? LogicalType.TEXT : type.logical();
        return switch (logical) {
            case DECIMAL, BIG_INTEGER -> field;
            case INT8, INT16, INT32, INT64 -> DSL.function(DSL.name(FUNCTION + "of"), DECIMAL, field);
            default -> throw refused("column " + field.getName() + " is neither a decimal nor an integer");
        };
    }

    private @Nullable BigDecimal decimal(@Nullable Object value) {
        if (value == null || value instanceof BigDecimal) {
            return (BigDecimal) value;
        }
        if (value instanceof BigInteger integer) {
            return new BigDecimal(integer);
        }
        if (value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte) {
            return BigDecimal.valueOf(((Number) value).longValue());
        }
        throw refused("it holds a value that is no exact number");
    }

    private InvalidInputException refused(String why) {
        return new InvalidInputException(
                new Problem(
                        ErrorCode.EXPRESSION_INEXACT,
                        "an expression over decimals of " + model + " cannot be computed exactly on SQLite",
                        why,
                        "use columns, values and +, -, * in assignments; or read, compute in Java and write with modify"),
                null);
    }
}
