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
    private int position;

    /**
     * Binds from the first parameter on.
     *
     * @param statement the statement, which the caller executes and closes
     * @param engine the database it runs on
     */
    public StatementParameters(PreparedStatement statement, DatabaseEngine engine) {
        this.statement = statement;
        this.engine = engine;
    }

    /** Goes back to the first parameter, for the next row of a batch. */
    public void restart() {
        position = 0;
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
        type.codec(engine).write(statement, ++position, value);
    }

    @Override
    <T> void comparison(T value, ColumnType<T> type) throws SQLException {
        type.codec(engine).compare(statement, ++position, value);
    }
}
