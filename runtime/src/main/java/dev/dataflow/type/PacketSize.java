package dev.dataflow.type;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Counts the bytes of one statement's values as MariaDB's prepared statements send them, and stops at a limit: the server ends
 * the connection of whoever sends more. Small values count least, so that nothing is refused that the server would take. Not
 * thread-safe.
 */
final class PacketSize {

    /** What stands before the values. */
    private static final int HEAD = 10;

    /** A value's type, which is sent with it. */
    private static final int TYPE = 2;

    private final long limit;
    private long bytes = HEAD;

    /**
     * Counts from nothing.
     *
     * @param limit the most bytes
     */
    PacketSize(long limit) {
        this.limit = limit;
    }

    void restart() {
        bytes = HEAD;
    }

    /** Adds a value of a column. */
    <T> void add(T value, ColumnType<T> type, Codec<T> codec) throws PacketTooLargeException {
        switch (type.logical()) {
            case TEXT, VARCHAR, BYTES, JSON, TEXT_LIST, INT64_LIST ->
                add(value instanceof String || value instanceof byte[] ? value : codec.literal(value));
            default -> add(null);
        }
    }

    /** Adds a value as the driver gets it. */
    void add(@Nullable Object value) throws PacketTooLargeException {
        long length = 0;
        if (value instanceof byte[] raw) {
            length = raw.length;
        } else if (value instanceof String text) {
            length = encoded(text);
        }
        bytes += TYPE + length + prefix(length);
        if (bytes > limit) {
            throw new PacketTooLargeException();
        }
    }

    /** Long texts are not encoded only to be measured. */
    private static long encoded(String text) {
        if (text.length() < 1024) {
            return text.getBytes(StandardCharsets.UTF_8).length;
        }
        long length = 0;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            // two halves of a pair make four bytes
            length += unit < 0x80 ? 1 : unit < 0x800 || Character.isSurrogate(unit) ? 2 : 3;
        }
        return length;
    }

    /** How many bytes say how long a value is. */
    private static int prefix(long length) {
        if (length < 251) {
            return length == 0 ? 0 : 1;
        }
        return length < 1 << 16 ? 3 : length < 1 << 24 ? 4 : 9;
    }
}
