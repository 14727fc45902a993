package dev.dataflow.query;

import dev.dataflow.metadata.Column;
import dev.dataflow.type.IllegalValueException;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Values as bytes, without loss: a letter for the kind, then the length and the value as text. Not thread-safe. */
final class CursorValues {

    private static final byte NULL = '0';
    private static final byte BOOLEAN = 'b';
    private static final byte NUMBER = 'n';
    private static final byte TEXT = 't';
    private static final byte BYTES = 'x';

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    <T> void write(Column<T> column, @Nullable Object value) {
        if (value == null) {
            out.write(NULL);
            return;
        }
        Object plain = column.type().export(column.type().javaType().cast(value));
        if (plain instanceof Boolean) {
            write(BOOLEAN, plain.toString());
        } else if (plain instanceof Float || plain instanceof Double) {
            write(NUMBER, new BigDecimal(((Number) plain).doubleValue()).toString());
        } else if (plain instanceof Number) {
            write(NUMBER, plain.toString());
        } else if (plain instanceof byte[] bytes) {
            write(BYTES, bytes);
        } else {
            write(TEXT, plain.toString());
        }
    }

    private void write(byte kind, String text) {
        write(kind, text.getBytes(StandardCharsets.UTF_8));
    }

    private void write(byte kind, byte[] bytes) {
        out.write(kind);
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        out.writeBytes(bytes);
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    /**
     * Reads the next value.
     *
     * @throws IllegalValueException when it is none of the column's type
     */
    static @Nullable Object read(Column<?> column, ByteBuffer in) {
        byte kind = in.get();
        if (kind == NULL) {
            return null;
        }
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new IllegalValueException("is cut off");
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        String text = new String(bytes, StandardCharsets.UTF_8);
        return column.type()
                .coerce(
                        switch (kind) {
                            case BOOLEAN -> Boolean.valueOf(text);
                            case NUMBER -> new BigDecimal(text);
                            case BYTES -> bytes;
                            default -> text;
                        });
    }
}
