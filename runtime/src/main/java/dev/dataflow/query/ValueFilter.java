package dev.dataflow.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Says what one value must match: all that is said of it. Not thread-safe.
 *
 * @param <V> the filter itself, for chaining
 */
public abstract sealed class ValueFilter<V extends ValueFilter<V>> permits HavingValue, JsonValue {

    private final BiConsumer<Operator, @Nullable Object> steps;

    ValueFilter(BiConsumer<Operator, @Nullable Object> steps) {
        this.steps = steps;
    }

    abstract V self();

    final V add(Operator operator, @Nullable Object given) {
        steps.accept(operator, given);
        return self();
    }

    /** It equals a value; null for none. */
    public final V eq(@Nullable Object value) {
        return add(Operator.EQ, value);
    }

    /** It differs from a value, and there is one. */
    public final V ne(@Nullable Object value) {
        return add(Operator.NE, value);
    }

    /** It is greater than a value. */
    public final V gt(Object value) {
        return add(Operator.GT, value);
    }

    /** It is greater than a value, or equal. */
    public final V gte(Object value) {
        return add(Operator.GTE, value);
    }

    /** It is less than a value. */
    public final V lt(Object value) {
        return add(Operator.LT, value);
    }

    /** It is less than a value, or equal. */
    public final V lte(Object value) {
        return add(Operator.LTE, value);
    }

    /** It is one of two values or lies between them. */
    public final V between(Object least, Object most) {
        return add(Operator.BETWEEN, Arrays.asList(least, most));
    }

    /** It equals one of some values. */
    public final V in(Collection<?> values) {
        return add(Operator.IN, new ArrayList<>(values));
    }

    /** It equals none of some values, and there is one. */
    public final V notIn(Collection<?> values) {
        return add(Operator.NIN, new ArrayList<>(values));
    }

    /** There is no value. */
    public final V isNull() {
        return add(Operator.NULL, true);
    }

    /** There is a value. */
    public final V isNotNull() {
        return add(Operator.NULL, false);
    }
}
