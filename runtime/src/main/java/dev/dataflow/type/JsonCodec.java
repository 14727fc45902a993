package dev.dataflow.type;

/**
 * Turns the values of {@code @Json} components into JSON text and back: the one place where generated code's values are
 * mapped by their class. The implementation is found with {@link java.util.ServiceLoader}; without one it is Jackson 3, when
 * that is on the class path.
 *
 * <p>What it writes is checked and brought to one form before it is stored: any valid JSON will do. Implementations are
 * thread-safe. Whatever they throw becomes DF-102, or DF-415 for a stored row, without its message, since that could hold
 * the value.
 */
public interface JsonCodec {

    /**
     * Writes a value.
     *
     * @param value the value, never null
     * @param type its type; {@link JsonType#ANY} for one of the map face
     * @return JSON text, with every digit of its numbers
     */
    String write(Object value, JsonType type);

    /**
     * Reads a value, strictly: it refuses what the type has no place for.
     *
     * @param json JSON text
     * @param type the type to make
     * @return the value, which {@link #write} must turn into the same JSON
     */
    Object read(String json, JsonType type);
}
