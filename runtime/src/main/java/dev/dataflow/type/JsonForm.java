package dev.dataflow.type;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Values of one Java type as JSON. A value is stored as what reading its JSON gives back. */
final class JsonForm<T> implements Limits<T>, Coercion<T> {

    private final Class<T> javaType;
    private final JsonType type;
    private final Supplier<JsonCodec> codec;

    JsonForm(Class<T> javaType, JsonType type, Supplier<JsonCodec> codec) {
        this.javaType = javaType;
        this.type = type;
        this.codec = codec;
    }

    @Override
    public T store(T value) {
        return back(text(value));
    }

    /** Writing it checks it. */
    @Override
    public T bind(T value) {
        return value;
    }

    @Override
    public T coerce(Object value) {
        return back(text(value, JsonType.ANY));
    }

    @Override
    public Object export(T value) {
        Object plain = text(value).plain();
        // JSON's null, of a type that tells it from NULL
        return plain == null ? value : plain;
    }

    JsonText text(T value) {
        return text(value, type);
    }

    /** A stored text as a value. */
    T read(String stored) {
        return read(JsonText.of(stored), "holds JSON that does not read as ");
    }

    private JsonText text(Object value, JsonType as) {
        JsonCodec found = codec.get();
        String json;
        try {
            json = found.write(value, as);
        } catch (RuntimeException | StackOverflowError e) {
            // its message may hold the value
            throw new IllegalValueException("cannot be written as JSON");
        }
        return JsonText.of(json);
    }

    private T back(JsonText text) {
        return read(text, "is JSON that does not read as ");
    }

    private T read(JsonText text, String failure) {
        JsonCodec found = codec.get();
        @Nullable Object value;
        try {
            value = found.read(text.exact(), type);
        } catch (RuntimeException e) {
            throw new IllegalValueException(failure + javaType.getSimpleName());
        }
        if (!javaType.isInstance(value)) {
            throw new IllegalValueException(failure + javaType.getSimpleName());
        }
        return javaType.cast(value);
    }
}
