package dev.dataflow.query;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.InvalidInputException;
import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.model.LogicalType;
import dev.dataflow.type.ColumnType;
import dev.dataflow.type.ColumnTypes;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * What functions make of columns: the same on every database, or nothing.
 *
 * @param model the model
 */
record AggregateTypes(ModelMetadata<?, ?, ?, ?> model) {

    /** How many digits averages have more than their values. */
    private static final int MORE_DIGITS = 4;

    /** What leaves MySQL, which has 30 digits after the point, enough of them to round by. */
    private static final int MOST_DIGITS = 16;

    private static final int DIGITS = 38;

    ColumnType<?> of(String alias, AggregateFunction function, Column<?> column) {
        LogicalType logical = column.type().logical();
        return switch (function) {
            case COUNT -> ColumnTypes.INT64;
            case COUNT_DISTINCT -> {
                checkEquality(alias + ": " + function, column);
                yield ColumnTypes.INT64;
            }
            case MIN, MAX -> {
                if (logical.isComposite()
                        || logical == LogicalType.BOOLEAN
                        || logical == LogicalType.UUID
                        || logical == LogicalType.BYTES) {
                    throw unfit(alias, function, column, "it has no smallest and largest value on every database");
                }
                yield column.type();
            }
            case SUM -> sum(alias, column);
            case AVG -> avg(alias, column);
        };
    }

    /** Refuses columns whose equality is not that of every database. */
    void checkEquality(String where, Column<?> column) {
        if (column.type().logical().isComposite()) {
            throw FilterRefusal.of(
                    ErrorCode.AGGREGATE_UNFIT,
                    "`" + where + "` of " + model + " tells values of `" + column.name() + "` apart, a "
                            + column.type(),
                    "databases do not group JSON and lists alike",
                    "keep what you group by in a field of its own");
        }
    }

    private ColumnType<?> sum(String alias, Column<?> column) {
        checkPlain(alias, AggregateFunction.SUM, column);
        return switch (column.type().logical()) {
            case INT8, INT16, INT32 -> ColumnTypes.INT64;
            case INT64, BIG_INTEGER -> ColumnTypes.bigInteger(DIGITS);
            case DECIMAL -> ColumnTypes.decimal(DIGITS, scale(column));
            case FLOAT32, FLOAT64 -> ColumnTypes.FLOAT64;
            default -> throw unfit(alias, AggregateFunction.SUM, column, "only numbers have one");
        };
    }

    private ColumnType<?> avg(String alias, Column<?> column) {
        checkPlain(alias, AggregateFunction.AVG, column);
        return switch (column.type().logical()) {
            case INT8, INT16, INT32, INT64, BIG_INTEGER -> ColumnTypes.decimal(DIGITS, MORE_DIGITS);
            case DECIMAL -> {
                if (scale(column) > MOST_DIGITS) {
                    throw unfit(
                            alias,
                            AggregateFunction.AVG,
                            column,
                            "with more than " + MOST_DIGITS
                                    + " digits after the point it is not rounded alike on every database");
                }
                yield ColumnTypes.decimal(DIGITS, scale(column) + MORE_DIGITS);
            }
            case FLOAT32, FLOAT64 -> ColumnTypes.FLOAT64;
            default -> throw unfit(alias, AggregateFunction.AVG, column, "only numbers have one");
        };
    }

    private static int scale(Column<?> column) {
        return column.type().dataType().scale();
    }

    /** What a converter stores is a number, but its sum need not be the stored form of the values' sum. */
    private void checkPlain(String alias, AggregateFunction function, Column<?> column) {
        Class<?> type = column.type().javaType();
        boolean plain = type == BigDecimal.class
                || type == BigInteger.class
                || type.getName().startsWith("java.lang.");
        if (!plain) {
            throw unfit(alias, function, column, "only numbers have one, and converted values are none");
        }
    }

    private InvalidInputException unfit(String alias, AggregateFunction function, Column<?> column, String why) {
        return FilterRefusal.of(
                ErrorCode.AGGREGATE_UNFIT,
                "`" + alias + "` of " + model + " is the " + function + " of `" + column.name() + "`, a "
                        + column.type(),
                why,
                "count it, use another field, or read the rows and compute in Java");
    }
}
