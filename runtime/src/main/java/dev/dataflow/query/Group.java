package dev.dataflow.query;

import dev.dataflow.query.Aggregation.Output;
import dev.dataflow.type.ColumnType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Rows with the same values in some columns, and what was computed over them. Immutable and thread-safe. */
public final class Group {

    private final List<Output> outputs;
    private final @Nullable Object[] values;

    /**
     * A group.
     *
     * @param aggregation what was asked for
     * @param values its values, in the order of the aggregation's outputs
     */
    public Group(Aggregation aggregation, @Nullable Object[] values) {
        this.outputs = aggregation.outputs();
        this.values = values.clone();
    }

    /**
     * What the rows have in a column they were grouped by.
     *
     * @param column such a column of the model's table
     * @return the value; null when they have NULL
     * @throws dev.dataflow.error.InvalidInputException DF-106 when they were not grouped by it
     */
    public <T> @Nullable T get(Field<T> column) {
        int position = position(column.getName(), true);
        return ColumnType.of(column).cast(values[position]);
    }

    /**
     * What was computed: a count, and a sum of integers of up to 32 bits, as {@code Long}, a sum of larger ones as
     * {@code BigInteger}, a sum of decimals and an exact average as {@code BigDecimal}, sums and averages of floating point as
     * {@code Double}, all else in the column's type.
     *
     * @param alias the name it got
     * @return the value; null when no row had one
     * @throws dev.dataflow.error.InvalidInputException DF-106 when nothing has the name
     */
    public @Nullable Object value(String alias) {
        return values[position(alias, false)];
    }

    /**
     * A computed value in its type, such as the largest of a column of dates.
     *
     * @param type the column's Java type, or that of {@link #value}
     * @throws dev.dataflow.error.InvalidInputException DF-106 when nothing has the name
     * @throws ClassCastException when it has another type
     */
    public <T> @Nullable T value(String alias, Class<T> type) {
        return type.cast(value(alias));
    }

    /**
     * A number as a decimal, of any kind.
     *
     * @throws dev.dataflow.error.InvalidInputException DF-106 when nothing has the name
     * @throws ClassCastException when it is no number
     */
    public @Nullable BigDecimal decimal(String alias) {
        Object value = value(alias);
        if (value == null || value instanceof BigDecimal) {
            return (BigDecimal) value;
        }
        return value instanceof BigInteger integer
                ? new BigDecimal(integer)
                : new BigDecimal(Number.class.cast(value).toString());
    }

    /**
     * A count.
     *
     * @throws dev.dataflow.error.InvalidInputException DF-106 when nothing has the name
     * @throws ClassCastException when it is no {@code Long}
     * @throws NullPointerException when it is a sum of no values
     */
    public long count(String alias) {
        return (Long) Objects.requireNonNull(value(alias));
    }

    /** All values as the map face gives them out, by the columns' names and the aliases. */
    public Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            map.put(outputs.get(i).name(), export(outputs.get(i).type(), values[i]));
        }
        return map;
    }

    private static <T> @Nullable Object export(ColumnType<T> type, @Nullable Object value) {
        T typed = type.cast(value);
        return typed == null ? null : type.export(typed);
    }

    private int position(String name, boolean grouped) {
        for (int i = 0; i < outputs.size(); i++) {
            if (outputs.get(i).name().equals(name) && grouped == (outputs.get(i).function() == null)) {
                return i;
            }
        }
        throw AggregationParser.unknown("a group", name, names());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Group group && names().equals(group.names()) && Arrays.deepEquals(values, group.values);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(values);
    }

    private List<String> names() {
        return outputs.stream().map(Output::name).toList();
    }

    /** The names of what it holds; values may be secret. */
    @Override
    public String toString() {
        return "Group" + names();
    }
}
