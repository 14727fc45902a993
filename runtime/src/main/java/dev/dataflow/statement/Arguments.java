package dev.dataflow.statement;

import dev.dataflow.query.Operand;
import dev.dataflow.type.ParameterWriter;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The values one execution of a statement is given. A statement asks for each in the order of its parameters. */
public interface Arguments {

    /** The arguments of a statement that needs none. */
    Arguments NONE = (row, column, out) -> {
        throw new IllegalStateException("the statement has no values");
    };

    /**
     * Binds a value of a row.
     *
     * @param row which of the call's rows, from 0
     * @param column the column's position in the model's metadata
     * @param out where to
     */
    void write(int row, int column, ParameterWriter out) throws SQLException;

    /**
     * Binds what an update's operator is given for a column.
     *
     * @param column the column's position in the model's metadata
     * @param out where to
     */
    default void operandOf(int column, ParameterWriter out) throws SQLException {
        throw new IllegalStateException("the call has no operators");
    }

    /**
     * What the call's filter was given.
     *
     * @param place its place among the filter's operands
     */
    default Operand operand(int place) {
        throw new IllegalStateException("the call has no filter");
    }

    /**
     * A value of the row that the call starts behind.
     *
     * @param step the step of the order it belongs to
     */
    default @Nullable Object after(int step) {
        throw new IllegalStateException("the call has no keyset");
    }

    /** A number of the call itself. */
    default long number(CallNumber number) {
        throw new IllegalStateException("the call has no " + number);
    }
}
