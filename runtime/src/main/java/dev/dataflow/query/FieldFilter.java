package dev.dataflow.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * Criteria over the columns of a model's generated table. As in SQL, a comparison with NULL is neither true nor false, so
 * that only {@link #isNull} and {@code eq(column, null)} find NULL. Statements of one shape are rendered once. Not
 * thread-safe.
 *
 * @param <Q> the query itself, for chaining
 */
public abstract sealed class FieldFilter<Q extends FieldFilter<Q>> permits FilterQuery {

    private final List<FilterReader.Step> steps = new ArrayList<>(4);

    FieldFilter() {}

    abstract Q self();

    final Q step(FilterReader.Step step) {
        steps.add(step);
        return self();
    }

    final List<FilterReader.Step> steps() {
        return steps;
    }

    private Q field(Field<?> field, Operator operator, @Nullable Object value) {
        Given.notNull(field, operator.toString());
        return step((reader, place) -> reader.field(field, operator, value, place));
    }

    /**
     * The column equals a value.
     *
     * @param column a column of the model's table
     * @param value the value; null for IS NULL
     * @return this
     */
    public final <T> Q eq(Field<T> column, @Nullable T value) {
        return field(column, Operator.EQ, value);
    }

    /**
     * The column differs from a value, and is not NULL.
     *
     * @param column a column of the model's table
     * @param value the value; null for IS NOT NULL
     * @return this
     */
    public final <T> Q ne(Field<T> column, @Nullable T value) {
        return field(column, Operator.NE, value);
    }

    /** The column is greater than a value; text by code points, enums by name. */
    public final <T> Q gt(Field<T> column, T value) {
        return field(column, Operator.GT, value);
    }

    /** The column is greater than a value, or equal. */
    public final <T> Q gte(Field<T> column, T value) {
        return field(column, Operator.GTE, value);
    }

    /** The column is less than a value. */
    public final <T> Q lt(Field<T> column, T value) {
        return field(column, Operator.LT, value);
    }

    /** The column is less than a value, or equal. */
    public final <T> Q lte(Field<T> column, T value) {
        return field(column, Operator.LTE, value);
    }

    /**
     * The column is in a range.
     *
     * @param column a column of the model's table
     * @param least the smallest value
     * @param most the largest value, which is included
     * @return this
     */
    public final <T> Q between(Field<T> column, T least, T most) {
        return field(column, Operator.BETWEEN, Arrays.asList(least, most));
    }

    /**
     * The column equals one of some values; of none, no row matches.
     *
     * @param column a column of the model's table
     * @param values at most 10,000, none of them null
     * @return this
     */
    public final <T> Q in(Field<T> column, Collection<? extends T> values) {
        return field(column, Operator.IN, new ArrayList<>(Given.notNull(values, "in")));
    }

    /** The column equals one of some values, as {@link #in(Field, Collection)} says. */
    @SafeVarargs
    @SuppressWarnings("varargs") // it is only read
    public final <T> Q in(Field<T> column, T... values) {
        return in(column, Arrays.asList(values));
    }

    /**
     * The column equals none of some values, and is not NULL; of none, every row matches.
     *
     * @param column a column of the model's table
     * @param values at most 10,000, none of them null
     * @return this
     */
    public final <T> Q notIn(Field<T> column, Collection<? extends T> values) {
        return field(column, Operator.NIN, new ArrayList<>(Given.notNull(values, "notIn")));
    }

    /** The column equals none of some values, as {@link #notIn(Field, Collection)} says. */
    @SafeVarargs
    @SuppressWarnings("varargs") // it is only read
    public final <T> Q notIn(Field<T> column, T... values) {
        return notIn(column, Arrays.asList(values));
    }

    /**
     * The text matches a pattern as a whole, upper and lower case told apart.
     *
     * @param column a column of text
     * @param pattern text in which {@code %} stands for any characters and {@code _} for one; a backslash before one of
     *     them, or before a backslash, says that the character is meant
     * @return this
     */
    public final Q like(Field<?> column, String pattern) {
        return field(column, Operator.LIKE, pattern);
    }

    /** The text matches a pattern as {@link #like} says, with upper and lower case of all languages the same. */
    public final Q ilike(Field<?> column, String pattern) {
        return field(column, Operator.ILIKE, pattern);
    }

    /**
     * A part of the text matches a regular expression.
     *
     * @param column a column of text
     * @param expression literals, {@code .}, classes, groups, {@code |}, {@code * + ? {m,n}}, {@code ^ $} and
     *     {@code \d \w \s}, which is what every database can be made to match alike
     * @return this
     */
    public final Q regex(Field<?> column, String expression) {
        return field(column, Operator.REGEX, expression);
    }

    /** The text holds a part, upper and lower case told apart. */
    public final Q contains(Field<?> column, String part) {
        return field(column, Operator.CONTAINS, part);
    }

    /** The text starts with a part, upper and lower case told apart. */
    public final Q startsWith(Field<?> column, String part) {
        return field(column, Operator.STARTS_WITH, part);
    }

    /** The text ends with a part, upper and lower case told apart. */
    public final Q endsWith(Field<?> column, String part) {
        return field(column, Operator.ENDS_WITH, part);
    }

    /** The column is NULL. */
    public final Q isNull(Field<?> column) {
        return field(column, Operator.NULL, true);
    }

    /** The column is not NULL. */
    public final Q isNotNull(Field<?> column) {
        return field(column, Operator.NULL, false);
    }

    /**
     * The list holds all of some elements; of none, every row matches.
     *
     * @param column a column of lists
     * @param elements at most 1,000, none of them null
     * @return this
     */
    public final <E> Q containsAll(Field<List<E>> column, Collection<? extends E> elements) {
        return field(column, Operator.CONTAINS, new ArrayList<>(Given.notNull(elements, "containsAll")));
    }

    /**
     * The list holds at least one of some elements; of none, no row matches.
     *
     * @param column a column of lists
     * @param elements at most 1,000, none of them null
     * @return this
     */
    public final <E> Q overlaps(Field<List<E>> column, Collection<? extends E> elements) {
        return field(column, Operator.OVERLAPS, new ArrayList<>(Given.notNull(elements, "overlaps")));
    }

    /** The list has so many elements. */
    public final Q size(Field<? extends List<?>> column, int elements) {
        return field(column, Operator.SIZE, elements);
    }

    /**
     * Narrows by a value inside of JSON.
     *
     * @param column a column with {@code @Json}
     * @param path keys of objects, separated by points
     * @param value says what the value must match
     * @return this
     */
    public final Q inside(Field<?> column, String path, Consumer<JsonValue> value) {
        Given.notNull(column, "inside");
        Given.notNull(path, "inside");
        value.accept(new JsonValue(
                (operator, given) -> step((reader, place) -> reader.inside(column, path, operator, given, place))));
        return self();
    }
}
