package dev.dataflow.statement;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.metadata.Column;
import dev.dataflow.model.LogicalType;
import dev.dataflow.query.AggregateFunction;
import dev.dataflow.type.ColumnType;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Functions over the rows of a group, with the same results on every database.
 *
 * @param engine the database
 */
record AggregateExpression(DatabaseEngine engine) {

    /** What PostgreSQL computes an average with beyond what it is rounded at: more than a count has. */
    private static final int MORE_DIGITS = 20;

    /**
     * MySQL takes the largest double for what is larger, and goes on with it. So if values of this size are among them, they are
     * summed as 2^64th parts, which are multiplied again: and that does fail.
     */
    private static final String MYSQL_DOUBLES = "case when max(abs({0})) < 1e288 then sum({0})"
            + " else sum({0} * 5.421010862427522e-20) * 18446744073709551616e0 end";

    <T> Field<T> of(AggregateFunction function, Column<?> column, ColumnType<T> type) {
        return switch (function) {
            case COUNT -> field("count({0})", column, type);
            case COUNT_DISTINCT -> field("count(distinct {0})", column, type);
            case MIN -> field("min({0})", column, type);
            case MAX -> field("max({0})", column, type);
            case SUM -> field(sum(column), column, type);
            case AVG -> field(average(column, type.dataType().scale()), column, type);
        };
    }

    private static <T> Field<T> field(String sql, Column<?> column, ColumnType<T> type) {
        return DSL.field(sql, type.dataType(), column.field());
    }

    private static boolean isFloat(Column<?> column) {
        LogicalType logical = column.type().logical();
        return logical == LogicalType.FLOAT32 || logical == LogicalType.FLOAT64;
    }

    /** Whether no sum of its values overflows 64 bits. */
    private static boolean isShort(Column<?> column) {
        return switch (column.type().logical()) {
            case INT8, INT16, INT32 -> true;
            default -> false;
        };
    }

    /** PostgreSQL has floats of 32 bits; the others hold them as doubles of the same digits. */
    private String number(Column<?> column) {
        return engine == DatabaseEngine.POSTGRESQL && column.type().logical() == LogicalType.FLOAT32
                ? "cast(cast({0} as text) as double precision)"
                : "{0}";
    }

    private String sum(Column<?> column) {
        if (isFloat(column)) {
            return engine.family() == EngineFamily.MYSQL ? MYSQL_DOUBLES : "sum(" + number(column) + ")";
        }
        return engine == DatabaseEngine.SQLITE && !isShort(column) ? exactSum(column) : "sum({0})";
    }

    /** Rounded half up, away from zero, once: what is divided has enough digits that rounding twice is rounding once. */
    private String average(Column<?> column, int scale) {
        if (isFloat(column)) {
            // PostgreSQL's avg overflows at the square root of what a double holds
            return sum(column) + " / count({0})";
        }
        return switch (engine) {
            // it divides with four digits more than there are
            case MYSQL, MARIADB -> "round(sum({0}) * 1.000000000000 / count({0}), " + scale + ")";
            case POSTGRESQL ->
                "round(round(cast(sum({0}) as numeric), " + (scale + MORE_DIGITS) + ") / count({0}), " + scale + ")";
            case SQLITE -> DecimalExpression.FUNCTION + "quotient(" + exactSum(column) + ", count({0}), " + scale + ")";
        };
    }

    /** SQLite has no decimals, and its sum overflows at 64 bits: the halves of longs are summed, which each have 32. */
    private static String exactSum(Column<?> column) {
        return switch (column.type().logical()) {
            case INT8, INT16, INT32 -> DecimalExpression.FUNCTION + "of(sum({0}))";
            case INT64 -> "dataflow_integer_sum(sum({0} >> 32), sum({0} & 4294967295))";
            default -> DecimalExpression.FUNCTION + "sum({0})";
        };
    }
}
