package dev.dataflow.transaction;

import dev.dataflow.type.IllegalValueException;
import dev.dataflow.type.SortableDecimal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;
import org.sqlite.SQLiteConnection;

/** Exact decimal arithmetic for SQLite, over {@link SortableDecimal}'s text. Loaded only where SQLite is used. */
final class SqliteDecimalFunctions {

    private SqliteDecimalFunctions() {}

    /** Makes the functions known to a connection. */
    static void register(SQLiteConnection sqlite) throws SQLException {
        create(sqlite, "add", new Arithmetic(BigDecimal::add));
        create(sqlite, "subtract", new Arithmetic(BigDecimal::subtract));
        create(sqlite, "multiply", new Arithmetic(BigDecimal::multiply));
        create(sqlite, "of", new OfInteger());
        create(sqlite, "fit", new Fit(RoundingMode.HALF_UP));
        create(sqlite, "exact", new Fit(RoundingMode.UNNECESSARY));
        create(sqlite, "quotient", new Quotient());
    }

    private static void create(SQLiteConnection connection, String name, Function function) throws SQLException {
        Function.create(connection, "dataflow_decimal_" + name, function);
    }

    private abstract static class Decimal extends Function {

        abstract @Nullable BigDecimal compute() throws SQLException;

        @Nullable
        BigDecimal decimal(int argument) throws SQLException {
            String text = value_text(argument);
            return text == null ? null : SortableDecimal.decode(text);
        }

        @Override
        protected final void xFunc() throws SQLException {
            try {
                BigDecimal value = compute();
                if (value == null) {
                    result();
                } else {
                    result(SortableDecimal.encode(value));
                }
            } catch (IllegalValueException | ArithmeticException e) {
                error("dataflow: decimal out of range");
            }
        }
    }

    private static final class Arithmetic extends Decimal {
        private final BinaryOperator<BigDecimal> operator;

        Arithmetic(BinaryOperator<BigDecimal> operator) {
            this.operator = operator;
        }

        @Override
        @Nullable
        BigDecimal compute() throws SQLException {
            BigDecimal left = decimal(0);
            BigDecimal right = decimal(1);
            return left == null || right == null ? null : operator.apply(left, right);
        }
    }

    private static final class OfInteger extends Decimal {
        @Override
        @Nullable
        BigDecimal compute() throws SQLException {
            return value_text(0) == null ? null : BigDecimal.valueOf(value_long(0));
        }
    }

    /** Brings a value to the scale of a column, and refuses one of too many digits. */
    private static final class Fit extends Decimal {
        private final RoundingMode rounding;

        Fit(RoundingMode rounding) {
            this.rounding = rounding;
        }

        @Override
        @Nullable
        BigDecimal compute() throws SQLException {
            BigDecimal value = decimal(0);
            if (value == null) {
                return null;
            }
            BigDecimal rounded = value.setScale(value_int(2), rounding);
            if (rounded.precision() - rounded.scale() > value_int(1) - value_int(2)) {
                throw new IllegalValueException("out of range");
            }
            return rounded;
        }
    }

    /** Of a decimal and an integer, rounded half up at so many digits. */
    private static final class Quotient extends Decimal {
        @Override
        @Nullable
        BigDecimal compute() throws SQLException {
            BigDecimal value = decimal(0);
            return value == null
                    ? null
                    : value.divide(BigDecimal.valueOf(value_long(1)), value_int(2), RoundingMode.HALF_UP);
        }
    }
}
