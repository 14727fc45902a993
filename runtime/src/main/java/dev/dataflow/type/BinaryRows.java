package dev.dataflow.type;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.model.LogicalType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows in the form that PostgreSQL's binary {@code COPY} reads. Memory does not grow with them as long as what is written
 * is taken out now and then.
 */
public final class BinaryRows extends ParameterWriter {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int NULL = -1;

    private final BinaryBuffer out = new BinaryBuffer();
    /** Whether a column is one of two bytes, by place: generated code hands over numbers of all widths alike. */
    private final boolean[] narrow;

    private int place;

    /**
     * No rows.
     *
     * @param columns the types of the values of a row, in order; each {@link ColumnType#isCopied is copied}
     */
    public BinaryRows(List<ColumnType<?>> columns) {
        narrow = new boolean[columns.size()];
        for (int i = 0; i < narrow.length; i++) {
            LogicalType logical = columns.get(i).logical();
            narrow[i] = logical == LogicalType.INT8 || logical == LogicalType.INT16;
        }
    }

    /** Writes what stands before the first row. */
    public void begin() {
        out.bytes(SIGNATURE);
        out.int32(0);
        out.int32(0);
    }

    /** Begins a row; its values follow. */
    public void row() {
        place = 0;
        out.int16(narrow.length);
    }

    /** Writes what stands after the last row. */
    public void end() {
        out.int16(NULL);
    }

    /** What was written; only the first {@link #size} bytes count. */
    public byte[] bytes() {
        return out.bytes();
    }

    /** How many bytes were written since the last {@link #clear}. */
    public int size() {
        return out.size();
    }

    /** Forgets what was written, after it was sent. */
    public void clear() {
        out.clear();
    }

    @Override
    public void bool(boolean value) {
        place++;
        out.int32(1);
        out.int8(value ? 1 : 0);
    }

    @Override
    public void int32(int value) {
        if (narrow[place++]) {
            out.int32(2);
            out.int16(value);
        } else {
            out.int32(4);
            out.int32(value);
        }
    }

    @Override
    public void int64(long value) {
        place++;
        out.int32(8);
        out.int64(value);
    }

    @Override
    public void object(@Nullable Object value) {
        throw new IllegalStateException("a value without a type cannot be copied");
    }

    @Override
    public DatabaseEngine engine() {
        return DatabaseEngine.POSTGRESQL;
    }

    @Override
    void array(String literal, ColumnType<?> type) {
        throw new IllegalStateException("what is compared with cannot be copied");
    }

    @Override
    <T> void none(ColumnType<T> type) {
        place++;
        out.int32(NULL);
    }

    @Override
    <T> void value(T value, ColumnType<T> type) {
        place++;
        type.binary().write(value, out);
    }

    @Override
    <T> void comparison(T value, ColumnType<T> type) {
        value(value, type);
    }
}
