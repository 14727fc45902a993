package dev.dataflow.type;

import dev.dataflow.config.DatabaseEngine;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes a statement's values one after the other. Generated code calls it; primitives are written without boxing.
 *
 * <p>Not thread-safe; valid while its statement is open.
 */
public abstract sealed class ParameterWriter permits StatementParameters, BinaryRows, ParameterDigest {

    private boolean offsetOnly;

    ParameterWriter() {}

    /** Writes a finite {@code float}. */
    public final void float32(float value) throws SQLException {
        set(value, ColumnTypes.FLOAT32);
    }

    /** Writes a finite {@code double}. */
    public final void float64(double value) throws SQLException {
        set(value, ColumnTypes.FLOAT64);
    }

    /** Writes a {@code boolean}. */
    public abstract void bool(boolean value) throws SQLException;

    /** Writes a {@code byte}, {@code short} or {@code int}. */
    public abstract void int32(int value) throws SQLException;

    /** Writes a {@code long}. */
    public abstract void int64(long value) throws SQLException;

    /**
     * Writes a value to be stored.
     *
     * @param value the value; null for NULL
     * @param type the column's type
     * @throws IllegalValueException when the column cannot hold it without loss
     */
    public final <T> void set(@Nullable T value, ColumnType<T> type) throws SQLException {
        if (offsetOnly) {
            offset(value);
        } else if (value == null) {
            none(type);
        } else {
            value(type.bindable(value), type);
        }
    }

    /** Has the next value, of a type with an offset column, written as what that column holds. */
    public final void offsetOfNext() {
        offsetOnly = true;
    }

    /**
     * Writes a value to be compared with; it may be one the column could not hold.
     *
     * @param value the value; null for NULL
     * @param type the column's type
     */
    public final <T> void compare(@Nullable T value, ColumnType<T> type) throws SQLException {
        if (offsetOnly) {
            offset(value);
        } else if (value == null) {
            none(type);
        } else {
            comparison(type.floor(value), type);
        }
    }

    /**
     * Writes values to be compared with, as one array of PostgreSQL.
     *
     * @param values the values, of which none is null
     * @param type the column's type
     */
    public final <T> void compareAny(List<T> values, ColumnType<T> type) throws SQLException {
        Codec<T> codec = type.codec(DatabaseEngine.POSTGRESQL);
        List<Object> literals = new ArrayList<>(values.size());
        values.forEach(value -> literals.add(codec.literal(type.floor(value))));
        array(ArrayLiteral.of(literals), type);
    }

    /** The database it runs on. */
    public abstract DatabaseEngine engine();

    /**
     * Writes a value that no model column describes, as the driver takes it.
     *
     * @param value the value; null for NULL
     */
    public abstract void object(@Nullable Object value) throws SQLException;

    abstract void array(String literal, ColumnType<?> type) throws SQLException;

    abstract <T> void none(ColumnType<T> type) throws SQLException;

    abstract <T> void value(T value, ColumnType<T> type) throws SQLException;

    abstract <T> void comparison(T value, ColumnType<T> type) throws SQLException;

    private void offset(@Nullable Object value) throws SQLException {
        offsetOnly = false;
        set(OffsetColumn.of(value), ColumnTypes.INT32);
    }
}
