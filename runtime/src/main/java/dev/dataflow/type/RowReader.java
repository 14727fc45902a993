package dev.dataflow.type;

import dev.dataflow.config.DatabaseEngine;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the current row of a result by position. Generated code calls it; primitives are read without boxing.
 *
 * <p>Not thread-safe; valid while its result is open. Positions start at 1.
 */
public final class RowReader {

    private final ResultSet row;
    private final DatabaseEngine engine;

    /**
     * Reads from a result.
     *
     * @param row the result, which the caller moves and closes
     * @param engine the database it comes from
     */
    public RowReader(ResultSet row, DatabaseEngine engine) {
        this.row = row;
        this.engine = engine;
    }

    /** Reads a NOT NULL {@code boolean}. */
    public boolean bool(int index) throws SQLException {
        return row.getBoolean(index);
    }

    /** Reads a NOT NULL {@code byte}. */
    public byte int8(int index) throws SQLException {
        return row.getByte(index);
    }

    /** Reads a NOT NULL {@code short}. */
    public short int16(int index) throws SQLException {
        return row.getShort(index);
    }

    /** Reads a NOT NULL {@code int}. */
    public int int32(int index) throws SQLException {
        return row.getInt(index);
    }

    /** Reads a NOT NULL {@code long}. */
    public long int64(int index) throws SQLException {
        return row.getLong(index);
    }

    /** Reads a NOT NULL {@code float}. */
    public float float32(int index) throws SQLException {
        // the largest float is, as a double's decimals, beyond what a driver takes for a float
        return (float) row.getDouble(index);
    }

    /** Reads a NOT NULL {@code double}. */
    public double float64(int index) throws SQLException {
        return row.getDouble(index);
    }

    /**
     * Reads a value of any type. A type with an offset column takes the next position too.
     *
     * @param index the position
     * @param type the column's type
     * @return the value; null for NULL
     * @throws SQLException from the driver, or when what is stored is not of the type
     */
    public <T> @Nullable T get(int index, ColumnType<T> type) throws SQLException {
        T value = type.codec(engine).read(row, index);
        return value == null || !OffsetColumn.isOf(type)
                ? value
                : type.javaType().cast(OffsetColumn.read(value, row, index + 1));
    }

    /**
     * Reads a value of any type for comparisons: of a type with an offset column only the first is read, at UTC.
     *
     * @param index the position
     * @param type the column's type
     * @return the value; null for NULL
     * @throws SQLException as {@link #get}
     */
    public <T> @Nullable T compared(int index, ColumnType<T> type) throws SQLException {
        return type.codec(engine).read(row, index);
    }
}
