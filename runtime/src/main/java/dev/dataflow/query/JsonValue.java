package dev.dataflow.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Says what a value inside of JSON must match. Texts, numbers and booleans are told apart: a value of another kind than what
 * it is compared with is unknown, as NULL is. Numbers are compared as doubles are, in their first 15 digits. Not
 * thread-safe.
 */
public final class JsonValue {

    private final BiConsumer<Operator, @Nullable Object> steps;

    JsonValue(BiConsumer<Operator, @Nullable Object> steps) {
        this.steps = steps;
    }

    private JsonValue add(Operator operator, @Nullable Object given) {
        steps.accept(operator, given);
        return this;
    }

    /** It equals a value of its kind; null for JSON's null or no value at all. */
    public JsonValue eq(@Nullable Object value) {
        return add(Operator.EQ, value);
    }

    /** It differs from a value of its kind. */
    public JsonValue ne(Object value) {
        return add(Operator.NE, value);
    }

    /** It is greater than a text or number. */
    public JsonValue gt(Object value) {
        return add(Operator.GT, value);
    }

    /** It is greater than a text or number, or equal. */
    public JsonValue gte(Object value) {
        return add(Operator.GTE, value);
    }

    /** It is less than a text or number. */
    public JsonValue lt(Object value) {
        return add(Operator.LT, value);
    }

    /** It is less than a text or number, or equal. */
    public JsonValue lte(Object value) {
        return add(Operator.LTE, value);
    }

    /** It is one of two values or lies between them. */
    public JsonValue between(Object least, Object most) {
        return add(Operator.BETWEEN, Arrays.asList(least, most));
    }

    /** It equals one of some values of one kind. */
    public JsonValue in(Collection<?> values) {
        return add(Operator.IN, new ArrayList<>(values));
    }

    /** It equals none of some values of one kind, and is of that kind. */
    public JsonValue notIn(Collection<?> values) {
        return add(Operator.NIN, new ArrayList<>(values));
    }

    /** It is text that matches a pattern, as {@link FieldFilter#like} says. */
    public JsonValue like(String pattern) {
        return add(Operator.LIKE, pattern);
    }

    /** It is text that matches a pattern, as {@link FieldFilter#ilike} says. */
    public JsonValue ilike(String pattern) {
        return add(Operator.ILIKE, pattern);
    }

    /** It is text with a part that matches, as {@link FieldFilter#regex} says. */
    public JsonValue regex(String expression) {
        return add(Operator.REGEX, expression);
    }

    /** It is text that holds a part. */
    public JsonValue contains(String part) {
        return add(Operator.CONTAINS, part);
    }

    /** It is text that starts with a part. */
    public JsonValue startsWith(String part) {
        return add(Operator.STARTS_WITH, part);
    }

    /** It is text that ends with a part. */
    public JsonValue endsWith(String part) {
        return add(Operator.ENDS_WITH, part);
    }

    /** It is JSON's null, or not there. */
    public JsonValue isNull() {
        return add(Operator.NULL, true);
    }

    /** It is there, and not JSON's null. */
    public JsonValue isNotNull() {
        return add(Operator.NULL, false);
    }

    /** It is there, be it JSON's null; or it is not. */
    public JsonValue exists(boolean wanted) {
        return add(Operator.EXISTS, wanted);
    }
}
