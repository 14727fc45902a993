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

    private final boolean named;
    private int position;

    /**
     * Binds from the first parameter on.
     *
     * @param statement the statement, which the caller executes and closes
     * @param engine the database it runs on
     * @param largestPacket the most bytes of values, above which {@link PacketTooLargeException} is thrown; 0 for any number
     */
    public StatementParameters(PreparedStatement statement, DatabaseEngine engine, long largestPacket) {
        this(statement, engine, largestPacket == 0 ? null : new PacketSize(largestPacket), false);
    }

    private StatementParameters(
            PreparedStatement statement, DatabaseEngine engine, @Nullable PacketSize size, boolean named) {
        this.statement = statement;
        this.engine = engine;
        this.size = size;
        this.named = named;
    }

    /**
     * Binds so that PostgreSQL's driver knows the type of each value, where it otherwise has the server describe the statement
     * and sends no other statement in the same message from then on.
     *
     * @param statement a statement of PostgreSQL's own driver, which must be in sight
     */
    public static StatementParameters named(PreparedStatement statement) {
        return new StatementParameters(statement, DatabaseEngine.POSTGRESQL, null, true);
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
    void array(String literal, ColumnType<?> type) throws SQLException {
        String name = named ? TypeNames.ofArray(type) : null;
        if (name == null) {
            statement.setObject(++position, literal, Types.OTHER);
        } else {
            NamedText.set(statement, ++position, name, literal);
        }
    }

    @Override
    <T> void none(ColumnType<T> type) throws SQLException {
        Codec<T> codec = type.codec(engine);
        String name = named ? TypeNames.ofNull(codec) : null;
        if (name == null) {
            statement.setNull(++position, codec.jdbcType());
        } else {
            statement.setNull(++position, codec.jdbcType(), name);
        }
    }

    @Override
    <T> void value(T value, ColumnType<T> type) throws SQLException {
        Codec<T> codec = type.codec(engine);
        if (size != null) {
            size.add(value, type, codec);
        }
        if (named) {
            codec.writeNamed(statement, ++position, value);
        } else {
            codec.write(statement, ++position, value);
        }
    }

    @Override
    <T> void comparison(T value, ColumnType<T> type) throws SQLException {
        Codec<T> codec = type.codec(engine);
        if (size != null) {
            size.add(value, type, codec);
        }
        if (named) {
            codec.compareNamed(statement, ++position, value);
        } else {
            codec.compare(statement, ++position, value);
        }
    }
}
