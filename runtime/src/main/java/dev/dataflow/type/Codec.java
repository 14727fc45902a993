package dev.dataflow.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** How one type of value travels to and from one database. Stateless. */
interface Codec<T> {

    /** Reads a column of the current row; null for NULL. */
    @Nullable
    T read(ResultSet row, int index) throws SQLException;

    /** Binds a value that is not null. */
    void write(PreparedStatement statement, int index, T value) throws SQLException;

    /** Binds a value to be compared with, where that has a form of its own. */
    default void compare(PreparedStatement statement, int index, T value) throws SQLException {
        write(statement, index, value);
    }

    /**
     * Binds a value that is not null so that PostgreSQL's driver, which must be in sight, knows its type and need not ask the
     * server.
     */
    default void writeNamed(PreparedStatement statement, int index, T value) throws SQLException {
        write(statement, index, value);
    }

    /** Binds a value to be compared with, in the same way. */
    default void compareNamed(PreparedStatement statement, int index, T value) throws SQLException {
        compare(statement, index, value);
    }

    /** What PostgreSQL calls the type; null where the JDBC type says it. */
    default @Nullable String typeName() {
        return null;
    }

    /** The value as an object jOOQ can render as a literal of the stored type. */
    Object literal(T value);

    /** The JDBC type that NULL is bound as. */
    int jdbcType();
}
