package dev.dataflow.migrations.descriptor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A JSON object whose properties are all taken, each once: one that is missing, of another type or unknown is refused. */
final class JsonObject {

    private final Map<String, @Nullable Object> left;

    /**
     * An object.
     *
     * @param properties its properties, which are its own from now on
     */
    JsonObject(Map<String, @Nullable Object> properties) {
        this.left = properties;
    }

    /**
     * Reads an object.
     *
     * @param json the object
     * @param read takes its properties
     * @throws DescriptorFormException when one is not as expected
     */
    static <T> T read(@Nullable Object json, Function<JsonObject, T> read) {
        if (!(json instanceof JsonObject object)) {
            throw new DescriptorFormException("an object was expected, not " + kind(json));
        }
        T result = read.apply(object);
        if (!object.left.isEmpty()) {
            throw new DescriptorFormException(
                    "unknown property `" + object.left.keySet().iterator().next() + "`");
        }
        return result;
    }

    /** A property, which is not taken. */
    @Nullable
    Object look(String name) {
        return left.get(name);
    }

    String text(String name) {
        return take(name, String.class);
    }

    int number(String name) {
        return take(name, Integer.class);
    }

    boolean flag(String name) {
        return take(name, Boolean.class);
    }

    <E extends Enum<E>> E constant(String name, Class<E> type) {
        return constant(name, text(name), type);
    }

    /** A property that may be null. */
    <T> @Nullable T optional(String name, Function<String, T> read) {
        if (left.containsKey(name) && left.get(name) == null) {
            left.remove(name);
            return null;
        }
        return read.apply(name);
    }

    List<String> texts(String name) {
        return list(name, value -> cast(name, value, String.class));
    }

    /** A list that is left out where it is empty. */
    List<String> textsIfAny(String name) {
        return left.containsKey(name) ? texts(name) : List.of();
    }

    <E extends Enum<E>> List<E> constants(String name, Class<E> type) {
        return list(name, value -> constant(name, cast(name, value, String.class), type));
    }

    <T> List<T> objects(String name, Function<JsonObject, T> read) {
        return list(name, value -> read(value, read));
    }

    <T> T object(String name, Function<JsonObject, T> read) {
        return read(take(name, JsonObject.class), read);
    }

    private <T> List<T> list(String name, Function<@Nullable Object, T> read) {
        List<T> list = new ArrayList<>();
        for (Object value : (List<?>) take(name, List.class)) {
            list.add(read.apply(value));
        }
        return list;
    }

    private <T> T take(String name, Class<T> type) {
        if (!left.containsKey(name)) {
            throw new DescriptorFormException("`" + name + "` is missing");
        }
        return cast(name, left.remove(name), type);
    }

    private static <T> T cast(String name, @Nullable Object value, Class<T> type) {
        if (value == null || !type.isInstance(value)) {
            throw new DescriptorFormException("`" + name + "` is " + kind(value));
        }
        return type.cast(value);
    }

    private static <E extends Enum<E>> E constant(String name, String value, Class<E> type) {
        try {
            return Enum.valueOf(type, value);
        } catch (IllegalArgumentException e) {
            throw new DescriptorFormException("`" + name + "` is " + value);
        }
    }

    private static String kind(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof JsonObject) {
            return "an object";
        }
        if (value instanceof List) {
            return "an array";
        }
        return value instanceof String ? "a text" : "the value " + value;
    }
}
