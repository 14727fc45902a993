package dev.dataflow.transaction;

import java.sql.SQLException;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;
import org.sqlite.Function;
import org.sqlite.SQLiteConnection;
import org.sqlite.core.Codes;

/**
 * What operators of updates compute on SQLite, which makes doubles of integers that overflow, stores infinity, and does not
 * limit the length of text. Loaded only where SQLite is used.
 */
final class SqliteUpdateFunctions {

    private SqliteUpdateFunctions() {}

    /** Makes the functions known to a connection. */
    static void register(SQLiteConnection connection) throws SQLException {
        Function.create(connection, "dataflow_integer_add", new Integers(Math::addExact));
        Function.create(connection, "dataflow_integer_subtract", new Integers(Math::subtractExact));
        Function.create(connection, "dataflow_integer_multiply", new Integers(Math::multiplyExact));
        Function.create(connection, "dataflow_double_add", new Doubles(Double::sum));
        Function.create(connection, "dataflow_double_subtract", new Doubles((a, b) -> a - b));
        Function.create(connection, "dataflow_double_multiply", new Doubles(SqliteUpdateFunctions::product));
        Function.create(connection, "dataflow_text_fit", new Fit());
    }

    /** NaN, as of no product, where two numbers are so small that it would be 0. */
    private static double product(double left, double right) {
        double product = left * right;
        return product == 0 && left != 0 && right != 0 ? Double.NaN : product;
    }

    /** NULL, unless there are two arguments. */
    private abstract static class Computed extends Function {

        abstract void compute() throws SQLException;

        @Override
        protected final void xFunc() throws SQLException {
            if (value_type(0) == Codes.SQLITE_NULL || value_type(1) == Codes.SQLITE_NULL) {
                result();
            } else {
                compute();
            }
        }

        final void refuse() throws SQLException {
            error("dataflow: value out of range");
        }
    }

    /** Of two integers, with a result of at most so many bits. */
    private static final class Integers extends Computed {

        private final LongBinaryOperator operator;

        Integers(LongBinaryOperator operator) {
            this.operator = operator;
        }

        @Override
        void compute() throws SQLException {
            try {
                long value = operator.applyAsLong(value_long(0), value_long(1));
                int unused = 64 - value_int(2);
                if (value << unused >> unused == value) {
                    result(value);
                } else {
                    refuse();
                }
            } catch (ArithmeticException e) {
                refuse();
            }
        }
    }

    private static final class Doubles extends Computed {

        private final DoubleBinaryOperator operator;

        Doubles(DoubleBinaryOperator operator) {
            this.operator = operator;
        }

        @Override
        void compute() throws SQLException {
            double value = operator.applyAsDouble(value_double(0), value_double(1));
            if (Double.isFinite(value)) {
                result(value + 0.0); // never -0.0
            } else {
                refuse();
            }
        }
    }

    /** A text of at most so many characters. */
    private static final class Fit extends Computed {

        @Override
        void compute() throws SQLException {
            String text = value_text(0);
            if (text.codePointCount(0, text.length()) > value_int(1)) {
                refuse();
            } else {
                result(text);
            }
        }
    }
}
