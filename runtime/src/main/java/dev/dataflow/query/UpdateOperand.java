package dev.dataflow.query;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.Modification;
import dev.dataflow.metadata.UpdateOperator;
import dev.dataflow.model.LogicalType;
import dev.dataflow.type.ColumnType;
import dev.dataflow.type.IllegalValueException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;

/** Checks what operators of updates are given: one for the typed face and for maps. */
public final class UpdateOperand {

    /** Products of 38 digits and these stay within what every database computes exactly. */
    private static final int MOST_DIGITS = 18;

    private static final int MOST_DECIMALS = 30;

    private static final Map<LogicalType, Class<?>> NUMBERS = Map.of(
            LogicalType.INT8, Byte.class,
            LogicalType.INT16, Short.class,
            LogicalType.INT32, Integer.class,
            LogicalType.INT64, Long.class,
            LogicalType.FLOAT64, Double.class,
            LogicalType.DECIMAL, BigDecimal.class,
            LogicalType.BIG_INTEGER, BigInteger.class);

    private UpdateOperand() {}

    /**
     * The operand of a modification, in the column's type.
     *
     * @param column the column it is of
     * @param modification the operator and what it was given
     * @return the value to compute with
     * @throws dev.dataflow.error.InvalidInputException DF-123 for an operator that does not fit the column, DF-102 for a
     *     value it does not take
     */
    public static <T> T read(Column<T> column, Modification modification) {
        ColumnType<T> type = column.type();
        checkFit(type, modification);
        Object given = modification.operand();
        if (given == null) {
            throw FilterRefusal.wrong(modification.path(), null, "a value");
        }
        try {
            T value = type.coerce(given);
            return switch (modification.operator()) {
                case INCREMENT, DECREMENT -> type.store(value);
                case MULTIPLY -> factor(type, value);
                case CONCAT -> type.floor(value);
            };
        } catch (IllegalValueException e) {
            throw FilterRefusal.of(
                    ErrorCode.TYPE_MISMATCH,
                    "`" + modification.path() + "` " + e.getMessage(),
                    "it changes a " + type + ", and values are computed and stored without loss or not at all",
                    "give a value of that type that the column can hold");
        }
    }

    private static void checkFit(ColumnType<?> type, Modification modification) {
        boolean text = modification.operator() == UpdateOperator.CONCAT;
        LogicalType logical = type.logical();
        boolean fits = text
                ? (logical == LogicalType.TEXT || logical == LogicalType.VARCHAR) && type.javaType() == String.class
                : type.javaType() == NUMBERS.get(logical);
        if (!fits) {
            throw FilterRefusal.of(
                    ErrorCode.OPERATOR_UNFIT,
                    "`" + modification.path() + "` changes a " + type,
                    text
                            ? "only text can be appended to"
                            : "only integers, decimals and doubles are computed the same on every database",
                    "set it to a value; or read, compute in Java and write with modify");
        }
    }

    /** The products of floats have the limits of floats; the digits of all others are counted before. */
    private static <T> T factor(ColumnType<T> type, T value) {
        if (value instanceof BigDecimal || value instanceof BigInteger) {
            BigDecimal factor = value instanceof BigInteger whole ? new BigDecimal(whole) : (BigDecimal) value;
            BigDecimal shortest = factor.signum() == 0 ? BigDecimal.ZERO : factor.stripTrailingZeros();
            long scale = Math.max(0, shortest.scale());
            if (Math.max(scale, (long) shortest.precision() - shortest.scale() + scale) > MOST_DIGITS) {
                throw new IllegalValueException("has more than " + MOST_DIGITS + " digits to multiply by");
            }
            if (scale + type.dataType().scale() > MOST_DECIMALS) {
                throw new IllegalValueException(
                        "has, with the column, more than " + MOST_DECIMALS + " digits after the point");
            }
            return value instanceof BigDecimal ? type.javaType().cast(shortest.setScale((int) scale)) : value;
        }
        return type.floor(value);
    }
}
