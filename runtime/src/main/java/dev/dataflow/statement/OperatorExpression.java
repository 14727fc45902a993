package dev.dataflow.statement;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.metadata.UpdateOperator;
import dev.dataflow.model.LogicalType;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The new value that an operator of an update computes. Databases round decimals and cut blanks off text where a column is
 * too small, take NULL for a text that is larger than a packet, and 0 for the product of two small doubles; where that could
 * happen, the expression fails instead, by an integer that overflows.
 *
 * @param engine the database
 * @param model the model
 */
record OperatorExpression(DatabaseEngine engine, ModelMetadata<?, ?, ?, ?> model) {

    /** Overflows when one is added; numbers greater than that are too. */
    private static final String LARGEST = "9223372036854775807";

    Field<?> of(int position, UpdateOperator operator) {
        Column<?> column = model.columns().get(position);
        Field<?> operand = new Parameters(model).operand(position);
        LogicalType type = column.type().logical();
        if (engine == DatabaseEngine.SQLITE) {
            return sqlite(column, operator, operand);
        }
        Field<?> value = sql(symbol(operator), column.field(), operand);
        if (operator == UpdateOperator.CONCAT) {
            return concatenated(column, operand, value);
        }
        if (type == LogicalType.DECIMAL && operator == UpdateOperator.MULTIPLY) {
            int scale = column.type().dataType().scale();
            return guarded(sql("{0} <> round({0}, {1})", value, DSL.inline(scale)), sign(value), value);
        }
        if (type == LogicalType.FLOAT64 && operator == UpdateOperator.MULTIPLY) {
            Field<?> product = sql("({0} + 0)", value); // -0.0 becomes 0
            return engine.family() == EngineFamily.MYSQL
                    ? guarded(
                            sql("{0} = 0 and {1} <> 0 and {2} <> 0", value, column.field(), operand),
                            sign(column.field()),
                            product)
                    : product;
        }
        // there is no smaller integer than smallint
        return type == LogicalType.INT8 && engine == DatabaseEngine.POSTGRESQL
                ? guarded(sql("{0} not between -128 and 127", value), sign(value), value)
                : value;
    }

    private String symbol(UpdateOperator operator) {
        return switch (operator) {
            case INCREMENT -> "({0} + {1})";
            case DECREMENT -> "({0} - {1})";
            case MULTIPLY -> "({0} * {1})";
            case CONCAT -> engine.family() == EngineFamily.MYSQL ? "concat({0}, {1})" : "({0} || {1})";
        };
    }

    private Field<?> concatenated(Column<?> column, Field<?> operand, Field<?> value) {
        boolean mysql = engine.family() == EngineFamily.MYSQL;
        if (column.type().logical() == LogicalType.VARCHAR) {
            Field<?> length = sql("char_length({0})", value);
            Field<?> tooLong = sql("{0} > {1}", length, DSL.inline(length(column)));
            return mysql
                    ? guarded(tooLong, length, value)
                    : sql("case when {0} then cast({1} as text) else {2} end", tooLong, overflow(length), value);
        }
        if (!mysql) {
            return value;
        }
        Field<?> size = sql("octet_length({0})", column.field());
        return guarded(sql("{0} + octet_length({1}) > @@max_allowed_packet", size, operand), size, value);
    }

    private Field<?> guarded(Field<?> refused, Field<?> positive, Field<?> value) {
        return sql("case when {0} then {1} else {2} end", refused, overflow(positive), value);
    }

    /** Fails for a number of 1 or more of a row, which no planner computes before there is one. */
    private static Field<?> overflow(Field<?> positive) {
        return sql(LARGEST + " + {0}", DSL.cast(positive, SQLDataType.BIGINT));
    }

    /** 1, of a value that is not 0. */
    private static Field<?> sign(Field<?> value) {
        return sql("abs(sign({0}))", value);
    }

    private Field<?> sqlite(Column<?> column, UpdateOperator operator, Field<?> operand) {
        DataType<?> type = column.type().dataType();
        String function = switch (operator) {
            case INCREMENT -> "add";
            case DECREMENT -> "subtract";
            case MULTIPLY -> "multiply";
            case CONCAT -> "";
        };
        return switch (column.type().logical()) {
            case DECIMAL, BIG_INTEGER ->
                sql(
                        DecimalExpression.FUNCTION + "exact(" + DecimalExpression.FUNCTION + function
                                + "({0}, {1}), {2}, {3})",
                        column.field(),
                        operand,
                        DSL.inline(type.precision()),
                        DSL.inline(type.scale()));
            case FLOAT64 -> sql("dataflow_double_" + function + "({0}, {1})", column.field(), operand);
            case VARCHAR ->
                sql("dataflow_text_fit({0} || {1}, {2})", column.field(), operand, DSL.inline(length(column)));
            case TEXT -> sql("({0} || {1})", column.field(), operand);
            default ->
                sql(
                        "dataflow_integer_" + function + "({0}, {1}, {2})",
                        column.field(),
                        operand,
                        DSL.inline(bits(column)));
        };
    }

    private static int length(Column<?> column) {
        return column.type().dataType().length();
    }

    private static int bits(Column<?> column) {
        return switch (column.type().logical()) {
            case INT8 -> Byte.SIZE;
            case INT16 -> Short.SIZE;
            case INT32 -> Integer.SIZE;
            default -> Long.SIZE;
        };
    }

    private static Field<?> sql(String template, Field<?>... parts) {
        return DSL.field(template, (Object[]) parts);
    }
}
