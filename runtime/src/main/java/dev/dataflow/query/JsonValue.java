package dev.dataflow.query;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Says what a value inside of JSON must match. Texts, numbers and booleans are told apart: a value of another kind than what
 * it is compared with is unknown, as NULL is, and only texts and numbers have an order. JSON's null is no value, as if
 * nothing were there. Numbers are compared as doubles are, in their first 15 digits. Not thread-safe.
 */
public final class JsonValue extends ValueFilter<JsonValue> {

    JsonValue(BiConsumer<Operator, @Nullable Object> steps) {
        super(steps);
    }

    @Override
    JsonValue self() {
        return this;
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

    /** It is there, be it JSON's null; or it is not. */
    public JsonValue exists(boolean wanted) {
        return add(Operator.EXISTS, wanted);
    }
}
