package dev.dataflow.type;

import java.util.List;

/**
 * The Java type of a {@code @Json} component, with its type arguments. Generated code makes it of class literals.
 *
 * @param raw the class
 * @param arguments its type arguments; for an array with a generic element, the element's type; else empty
 */
public record JsonType(Class<?> raw, List<JsonType> arguments) {

    /** Any value: maps, lists, strings, booleans and numbers. */
    public static final JsonType ANY = of(Object.class);

    /** Copies the list. */
    public JsonType {
        arguments = List.copyOf(arguments);
    }

    /**
     * A type.
     *
     * @param raw the class
     * @param arguments its type arguments
     */
    public static JsonType of(Class<?> raw, JsonType... arguments) {
        return new JsonType(raw, List.of(arguments));
    }
}
