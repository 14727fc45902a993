package dev.dataflow.type;

import dev.dataflow.config.DatabaseEngine;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** Binds the parameters of a JDBC statement. */
public final class StatementParameters extends ParameterWriter {

    private final PreparedStatement statement;
    private final DatabaseEngine engine;
    /** Null where nobody limits it. */
    private final @Nullable PacketSize size;

    private int position;

    /**
     * Binds from the first parameter on.
     *
     * @param statement the statement, which the caller executes and closes
     * @param engine the database it runs on
     * @param largestPacket the most bytes of values, above which {@link PacketTooLargeException} is thrown; 0 for any number
     */
    public StatementParameters(PreparedStatement statement, DatabaseEngine engine, long largestPacket) {
        this.statement = statement;
        this.engine = engine;
        this.size = largestPacket == 0 ? null : new PacketSize(largestPacket);
    }

    /** Goes back to the first parameter, for the next row of a batch. */
    public void restart() {
        position = 0;
        if (size != null) {
            size.restart();
        }
    }

    /** Leaves the next parameter as it is. */
    public void keep() {
        position++;
    }

    @Override
    public void bool(boolean value) throws SQLException {
        statement.setBoolean(++position, value);
    }

    @Override
    public void int32(int value) throws SQLException {
        statement.setInt(++position, value);
    }

    @Override
    public void int64(long value) throws SQLException {
        statement.setLong(++position, value);
    }

    @Override
    public void object(@Nullable Object value) throws SQLException {
        if (size != null) {
            size.add(value);
        }
        statement.setObject(++position, value);
    }

    @Override
    public DatabaseEngine engine() {
        return engine;
    }

    @Override
    void array(String literal) throws SQLException {
        statement.setObject(++position, literal, Types.OTHER);
    }

    @Override
    <T> void none(ColumnType<T> type) throws SQLException {
        statement.setNull(++position, type.codec(engine).jdbcType());
    }

    @Override
    <T> void value(T value, ColumnType<T> type) throws SQLException {
        Codec<T> codec = type.codec(engine);
        if (size != null) {
            size.add(value, type, codec);
        }
        codec.write(statement, ++position, value);
    }

    @Override
    <T> void comparison(T value, ColumnType<T> type) throws SQLException {
        Codec<T> codec = type.codec(engine);
        if (size != null) {
            size.add(value, type, codec);
        }
        codec.compare(statement, ++position, value);
    }
}
