package dev.dataflow.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jspecify.annotations.Nullable;

/** Which rows are grouped, by what, and what is computed over each group. The rows are narrowed before they are grouped. */
public final class AggregateQuery extends FilterQuery<AggregateQuery> {

    /**
     * What is computed.
     *
     * @param alias the name it is asked for by
     * @param function how
     * @param field of which column: a jOOQ field or a name; null for the rows themselves
     */
    record Computed(
            String alias,
            AggregateFunction function,
            @Nullable Object field) {}

    private final List<Object> groups = new ArrayList<>();
    private final List<Computed> computed = new ArrayList<>();
    private final List<FilterReader.Step> having = new ArrayList<>();
    private final List<OrderField<?>> order = new ArrayList<>();
    private final List<String> sort = new ArrayList<>();
    private long limit;
    private boolean limited;
    private boolean includesDeleted;

    /** One group of all rows, until told otherwise. */
    public AggregateQuery() {}

    @Override
    AggregateQuery self() {
        return this;
    }

    /**
     * Sees rows that are deleted softly, too. What relations lead to is seen without them.
     *
     * @return this
     */
    public AggregateQuery includeDeleted() {
        includesDeleted = true;
        return this;
    }

    /** Whether rows that are deleted softly are seen, too. */
    public boolean includesDeleted() {
        return includesDeleted;
    }

    /**
     * Groups by columns: rows whose values are equal, or are all NULL, are of one group.
     *
     * @param columns columns of the model's table
     * @return this
     */
    public AggregateQuery groupBy(Field<?>... columns) {
        for (Field<?> column : columns) {
            groups.add(Given.notNull(column, "groupBy"));
        }
        return this;
    }

    /** Groups by fields given by name; see {@link #groupBy(Field[])}. */
    public AggregateQuery groupBy(String... names) {
        for (String name : names) {
            groups.add(Given.notNull(name, "groupBy"));
        }
        return this;
    }

    /**
     * Sums a column of numbers: integers and decimals exactly, whatever their sum, floating point as doubles.
     *
     * @param alias the name it gets
     * @param column a column of numbers
     * @return this
     */
    public AggregateQuery sum(String alias, Field<?> column) {
        return compute(alias, AggregateFunction.SUM, Given.notNull(column, "sum"));
    }

    /** The average of a column of numbers, of integers and decimals rounded half up at four digits more than they have. */
    public AggregateQuery avg(String alias, Field<?> column) {
        return compute(alias, AggregateFunction.AVG, Given.notNull(column, "avg"));
    }

    /** The smallest value of a column: text by code point, enums by name. */
    public AggregateQuery min(String alias, Field<?> column) {
        return compute(alias, AggregateFunction.MIN, Given.notNull(column, "min"));
    }

    /** The largest value of a column; see {@link #min}. */
    public AggregateQuery max(String alias, Field<?> column) {
        return compute(alias, AggregateFunction.MAX, Given.notNull(column, "max"));
    }

    /** How many rows a group has. */
    public AggregateQuery count(String alias) {
        return compute(alias, AggregateFunction.COUNT, null);
    }

    /** How many rows of a group have a value in a column. */
    public AggregateQuery count(String alias, Field<?> column) {
        return compute(alias, AggregateFunction.COUNT, Given.notNull(column, "count"));
    }

    /** How many different values a column has. */
    public AggregateQuery countDistinct(String alias, Field<?> column) {
        return compute(alias, AggregateFunction.COUNT_DISTINCT, Given.notNull(column, "countDistinct"));
    }

    /**
     * Computes something of a field given by name.
     *
     * @param alias the name it gets
     * @param function what
     * @param name the field's name; null to count rows
     * @return this
     */
    public AggregateQuery compute(String alias, AggregateFunction function, @Nullable String name) {
        return compute(alias, function, (Object) name);
    }

    private AggregateQuery compute(String alias, AggregateFunction function, @Nullable Object field) {
        computed.add(new Computed(Given.notNull(alias, "aggregate"), function, field));
        return this;
    }

    /**
     * Keeps groups of which a computed value matches.
     *
     * @param alias its name
     * @param value says what it must match
     * @return this
     */
    public AggregateQuery having(String alias, Consumer<HavingValue> value) {
        Given.notNull(alias, "having");
        value.accept(new HavingValue(
                (operator, given) -> having.add((reader, place) -> reader.computed(alias, operator, given, place))));
        return this;
    }

    /** Keeps groups that match a filter given as data, over aliases instead of fields. */
    public AggregateQuery having(Map<String, ?> filter) {
        Given.notNull(filter, "having");
        having.add((reader, place) -> reader.map(filter, place));
        return this;
    }

    /**
     * Orders the groups by columns they are grouped by, before what {@link #sort} says. NULL is smallest; groups that are
     * equal come in the order of the columns they are grouped by.
     *
     * @param fields columns, or their {@code asc()} and {@code desc()}
     * @return this
     */
    public AggregateQuery orderBy(OrderField<?>... fields) {
        for (OrderField<?> field : fields) {
            order.add(Given.notNull(field, "orderBy"));
        }
        return this;
    }

    /**
     * Orders the groups by names.
     *
     * @param names aliases, or fields they are grouped by; with a leading {@code -} descending
     * @return this
     */
    public AggregateQuery sort(String... names) {
        for (String name : names) {
            sort.add(Given.notNull(name, "sort"));
        }
        return this;
    }

    /**
     * Sets the most groups.
     *
     * @param groups 1 or more
     * @return this
     */
    public AggregateQuery limit(long groups) {
        limit = groups;
        limited = true;
        return this;
    }

    /** The most groups, when {@link #isLimited}. */
    public long limit() {
        return limit;
    }

    /** Whether there is a limit. */
    public boolean isLimited() {
        return limited;
    }

    List<Object> groups() {
        return groups;
    }

    List<Computed> computed() {
        return computed;
    }

    List<FilterReader.Step> having() {
        return having;
    }

    List<OrderField<?>> order() {
        return order;
    }

    List<String> sort() {
        return sort;
    }
}
