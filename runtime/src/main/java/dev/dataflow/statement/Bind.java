package dev.dataflow.statement;

import dev.dataflow.metadata.Column;
import dev.dataflow.trait.Stamp;
import dev.dataflow.type.ColumnType;
import dev.dataflow.type.ColumnTypes;
import dev.dataflow.type.ParameterWriter;
import java.math.BigDecimal;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Where the value of one {@code ?} comes from. */
public sealed interface Bind {

    /** Binds the next parameter. */
    void write(Arguments arguments, Stamp stamp, ParameterWriter out) throws SQLException;

    /** Whether PostgreSQL's driver can be told the value's type, so that it need not ask the server. */
    default boolean isTyped() {
        return true;
    }

    /** A value to be stored in, or looked up by, a column: of the call's row with this number. */
    record OfRow(int row, int column) implements Bind {
        @Override
        public void write(Arguments arguments, Stamp stamp, ParameterWriter out) throws SQLException {
            arguments.write(row, column, out);
        }
    }

    /** The offset of such a value, in a column of its own. */
    record OfOffset(int row, int column) implements Bind {
        @Override
        public void write(Arguments arguments, Stamp stamp, ParameterWriter out) throws SQLException {
            out.offsetOfNext();
            arguments.write(row, column, out);
        }
    }

    /** What an update's operator is given for a column; it may be a value the column could not hold. */
    record OfOperand(int column) implements Bind {
        @Override
        public void write(Arguments arguments, Stamp stamp, ParameterWriter out) throws SQLException {
            arguments.operandOf(column, out);
        }
    }

    /**
     * A value of a filter.
     *
     * @param place its place among the filter's operands
     * @param item which of an operand's values; of one that has fewer, the last
     * @param form how it is bound
     */
    record OfFilter(int place, int item, FilterForm form) implements Bind {
        @Override
        public void write(Arguments arguments, Stamp stamp, ParameterWriter out) throws SQLException {
            form.write(arguments.operand(place), item, out);
        }
    }

    /**
     * A value of the row that a page starts behind.
     *
     * @param step the step of the order it belongs to
     * @param type its type
     */
    record OfKeyset<T>(int step, ColumnType<T> type) implements Bind {
        @Override
        public void write(Arguments arguments, Stamp stamp, ParameterWriter out) throws SQLException {
            out.compare(type.cast(arguments.after(step)), type);
        }
    }

    /** A value a trait fills in. */
    record OfTrait(Column<?> column) implements Bind {
        @Override
        public void write(Arguments arguments, Stamp stamp, ParameterWriter out) throws SQLException {
            stamp.write(column, out);
        }
    }

    /** The tenant of the call's scope. */
    record OfTenant() implements Bind {
        @Override
        public void write(Arguments arguments, Stamp stamp, ParameterWriter out) throws SQLException {
            out.compare(stamp.tenantId(), ColumnTypes.TEXT);
        }
    }

    /** A number of the call itself, such as a page's limit. */
    record OfCall(CallNumber number) implements Bind {
        @Override
        public void write(Arguments arguments, Stamp stamp, ParameterWriter out) throws SQLException {
            out.int64(arguments.number(number));
        }
    }

    /** A value that is that of one call only, in a statement that others must not use. */
    record OfOneCall(Bind value) implements Bind {
        @Override
        public void write(Arguments arguments, Stamp stamp, ParameterWriter out) throws SQLException {
            value.write(arguments, stamp, out);
        }

        @Override
        public boolean isTyped() {
            return value.isTyped();
        }
    }

    /** A value of a jOOQ condition or expression, in a column's type. */
    record OfColumnValue<T>(@Nullable T value, ColumnType<T> type) implements Bind {
        @Override
        public void write(Arguments arguments, Stamp stamp, ParameterWriter out) throws SQLException {
            out.compare(value, type);
        }
    }

    /** A value of a jOOQ condition or expression, as the driver takes it. */
    record OfValue(@Nullable Object value) implements Bind {
        @Override
        public void write(Arguments arguments, Stamp stamp, ParameterWriter out) throws SQLException {
            out.object(value);
        }

        @Override
        public boolean isTyped() {
            return value instanceof String
                    || value instanceof Boolean
                    || value instanceof Integer
                    || value instanceof Long
                    || value instanceof BigDecimal;
        }
    }
}
