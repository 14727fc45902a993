package dev.dataflow.type;

import java.util.Arrays;

/** Bytes in the order PostgreSQL reads them, most significant first. Grows as needed; reused. Not thread-safe. */
final class BinaryBuffer {

    private static final int MOST_UTF8_BYTES = 3;

    private byte[] bytes = new byte[1 << 15];
    private int size;

    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    void int8(int value) {
        room(1);
        bytes[size++] = (byte) value;
    }

    void int16(int value) {
        room(2);
        bytes[size++] = (byte) (value >> 8);
        bytes[size++] = (byte) value;
    }

    void int32(int value) {
        room(4);
        put32(size, value);
        size += 4;
    }

    void int64(long value) {
        room(8);
        put32(size, (int) (value >> 32));
        put32(size + 4, (int) value);
        size += 8;
    }

    void bytes(byte[] value) {
        room(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
    }

    /** Text in UTF-8; it holds no half of a surrogate pair. */
    void text(String value) {
        int length = value.length();
        room(Math.multiplyExact(length, MOST_UTF8_BYTES));
        byte[] out = bytes;
        int at = size;
        int i = 0;
        for (; i < length; i++) {
            char unit = value.charAt(i);
            if (unit >= 0x80) {
                break;
            }
            out[at++] = (byte) unit;
        }
        size = at;
        if (i < length) {
            wide(value, i);
        }
    }

    private void wide(String value, int from) {
        for (int i = from; i < value.length(); i++) {
            int point = value.charAt(i);
            if (point < 0x80) {
                bytes[size++] = (byte) point;
            } else if (point < 0x800) {
                bytes[size++] = (byte) (0xC0 | point >> 6);
                bytes[size++] = (byte) (0x80 | point & 0x3F);
            } else if (Character.isSurrogate((char) point)) {
                point = value.codePointAt(i++);
                bytes[size++] = (byte) (0xF0 | point >> 18);
                bytes[size++] = (byte) (0x80 | point >> 12 & 0x3F);
                bytes[size++] = (byte) (0x80 | point >> 6 & 0x3F);
                bytes[size++] = (byte) (0x80 | point & 0x3F);
            } else {
                bytes[size++] = (byte) (0xE0 | point >> 12);
                bytes[size++] = (byte) (0x80 | point >> 6 & 0x3F);
                bytes[size++] = (byte) (0x80 | point & 0x3F);
            }
        }
    }

    /** Leaves room for a length that is not known yet. */
    int reserve() {
        int32(0);
        return size;
    }

    /** Writes how many bytes came since {@link #reserve}, to where it left room. */
    void fillIn(int from) {
        put32(from - 4, size - from);
    }

    private void put32(int at, int value) {
        bytes[at] = (byte) (value >> 24);
        bytes[at + 1] = (byte) (value >> 16);
        bytes[at + 2] = (byte) (value >> 8);
        bytes[at + 3] = (byte) value;
    }

    private void room(int more) {
        int needed = Math.addExact(size, more);
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8, Math.max(needed, bytes.length * 2L)));
        }
    }
}
