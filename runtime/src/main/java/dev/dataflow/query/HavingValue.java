package dev.dataflow.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Says what a computed value must match for its group to be kept. Not thread-safe. */
public final class HavingValue {

    private final BiConsumer<Operator, @Nullable Object> steps;

    HavingValue(BiConsumer<Operator, @Nullable Object> steps) {
        this.steps = steps;
    }

    private HavingValue add(Operator operator, @Nullable Object given) {
        steps.accept(operator, given);
        return this;
    }

    /** It equals a value; null for none. */
    public HavingValue eq(@Nullable Object value) {
        return add(Operator.EQ, value);
    }

    /** It differs from a value, and there is one. */
    public HavingValue ne(@Nullable Object value) {
        return add(Operator.NE, value);
    }

    /** It is greater than a value. */
    public HavingValue gt(Object value) {
        return add(Operator.GT, value);
    }

    /** It is greater than a value, or equal. */
    public HavingValue gte(Object value) {
        return add(Operator.GTE, value);
    }

    /** It is less than a value. */
    public HavingValue lt(Object value) {
        return add(Operator.LT, value);
    }

    /** It is less than a value, or equal. */
    public HavingValue lte(Object value) {
        return add(Operator.LTE, value);
    }

    /** It is one of two values or lies between them. */
    public HavingValue between(Object least, Object most) {
        return add(Operator.BETWEEN, Arrays.asList(least, most));
    }

    /** It equals one of some values. */
    public HavingValue in(Collection<?> values) {
        return add(Operator.IN, new ArrayList<>(values));
    }

    /** It equals none of some values, and there is one. */
    public HavingValue notIn(Collection<?> values) {
        return add(Operator.NIN, new ArrayList<>(values));
    }

    /** There is no value. */
    public HavingValue isNull() {
        return add(Operator.NULL, true);
    }

    /** There is a value. */
    public HavingValue isNotNull() {
        return add(Operator.NULL, false);
    }
}
