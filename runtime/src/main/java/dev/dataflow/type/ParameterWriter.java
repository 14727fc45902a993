package dev.dataflow.type;

import dev.dataflow.config.DatabaseEngine;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Binds a statement's parameters one after the other. Generated code calls it; primitives are bound without boxing.
 *
 * <p>Not thread-safe; valid while its statement is open.
 */
public final class ParameterWriter {

    private final PreparedStatement statement;
    private final DatabaseEngine engine;
    private int position;
    private boolean offsetOnly;

    /**
     * Binds from the first parameter on.
     *
     * @param statement the statement, which the caller executes and closes
     * @param engine the database it runs on
     */
    public ParameterWriter(PreparedStatement statement, DatabaseEngine engine) {
        this.statement = statement;
        this.engine = engine;
    }

    /** Goes back to the first parameter, for the next row of a batch. */
    public void restart() {
        position = 0;
    }

    /** Binds a finite {@code float}. */
    public void float32(float value) throws SQLException {
        set(value, ColumnTypes.FLOAT32);
    }

    /** Binds a finite {@code double}. */
    public void float64(double value) throws SQLException {
        statement.setDouble(++position, FloatLimits.FLOAT64.store(value));
    }

    /** Binds a {@code boolean}. */
    public void bool(boolean value) throws SQLException {
        statement.setBoolean(++position, value);
    }

    /** Binds a {@code byte}, {@code short} or {@code int}. */
    public void int32(int value) throws SQLException {
        statement.setInt(++position, value);
    }

    /** Binds a {@code long}. */
    public void int64(long value) throws SQLException {
        statement.setLong(++position, value);
    }

    /**
     * Binds a value to be stored.
     *
     * @param value the value; null for NULL
     * @param type the column's type
     * @throws IllegalValueException when the column cannot hold it without loss
     */
    public <T> void set(@Nullable T value, ColumnType<T> type) throws SQLException {
        write(value, type, false);
    }

    /** Has the next value, of a type with an offset column, bound as what that column holds. */
    public void offsetOfNext() {
        offsetOnly = true;
    }

    /**
     * Binds a value to be compared with; it may be one the column could not hold.
     *
     * @param value the value; null for NULL
     * @param type the column's type
     */
    public <T> void compare(@Nullable T value, ColumnType<T> type) throws SQLException {
        write(value, type, true);
    }

    private <T> void write(@Nullable T value, ColumnType<T> type, boolean comparing) throws SQLException {
        if (offsetOnly) {
            offsetOnly = false;
            write(OffsetColumn.of(value), ColumnTypes.INT32, comparing);
            return;
        }
        Codec<T> codec = type.codec(engine);
        if (value == null) {
            statement.setNull(++position, codec.jdbcType());
        } else if (comparing) {
            codec.compare(statement, ++position, type.floor(value));
        } else {
            codec.write(statement, ++position, type.bindable(value));
        }
    }

    /**
     * Binds a value that no model column describes, as the driver takes it.
     *
     * @param value the value; null for NULL
     */
    public void object(@Nullable Object value) throws SQLException {
        statement.setObject(++position, value);
    }
}
