package dev.dataflow.transaction;

import dev.dataflow.type.IllegalValueException;
import dev.dataflow.type.SortableDecimal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;
import org.sqlite.SQLiteConnection;
import org.sqlite.core.Codes;

/** Exact sums and averages of integers and decimals for SQLite. Loaded only where SQLite is used. */
final class SqliteAggregateFunctions {

    private static final BigDecimal HALF = BigDecimal.valueOf(1L << 32);

    private SqliteAggregateFunctions() {}

    /** Makes the functions known to a connection. */
    static void register(SQLiteConnection sqlite) throws SQLException {
        Function.create(sqlite, "dataflow_decimal_sum", new Sum());
        Function.create(sqlite, "dataflow_decimal_average", new Average());
        Function.create(sqlite, "dataflow_integer_sum", new OfHalves());
        Function.create(sqlite, "dataflow_integer_average", new OfHalves());
    }

    /** The driver clones it for each group, so it starts with nothing and holds nothing that changes. */
    private static class Sum extends Function.Aggregate {

        private @Nullable BigDecimal sum;
        private long count;
        private int scale;

        @Override
        protected final void xStep() throws SQLException {
            String text = value_text(0);
            if (text == null) {
                return;
            }
            try {
                BigDecimal value = SortableDecimal.decode(text);
                BigDecimal before = sum;
                sum = before == null ? value : before.add(value);
                count++;
                scale = args() > 1 ? value_int(1) : 0;
            } catch (IllegalValueException e) {
                error("dataflow: decimal out of range");
            }
        }

        @Override
        protected final void xFinal() throws SQLException {
            BigDecimal total = sum;
            if (total == null) {
                result();
                return;
            }
            try {
                result(SortableDecimal.encode(of(total, count, scale)));
            } catch (IllegalValueException e) {
                error("dataflow: decimal out of range");
            }
        }

        BigDecimal of(BigDecimal total, long values, int digits) {
            return total;
        }
    }

    private static final class Average extends Sum {
        @Override
        BigDecimal of(BigDecimal total, long values, int digits) {
            return divide(total, values, digits);
        }
    }

    /** Of the sums of longs' upper and lower halves and, for an average, the count and the digits: not for each row. */
    private static final class OfHalves extends Function {
        @Override
        protected void xFunc() throws SQLException {
            if (value_type(1) == Codes.SQLITE_NULL) {
                result();
                return;
            }
            BigDecimal sum = BigDecimal.valueOf(value_long(0)).multiply(HALF).add(BigDecimal.valueOf(value_long(1)));
            result(SortableDecimal.encode(args() == 2 ? sum : divide(sum, value_long(2), value_int(3))));
        }
    }

    private static BigDecimal divide(BigDecimal sum, long count, int digits) {
        return sum.divide(BigDecimal.valueOf(count), digits, RoundingMode.HALF_UP);
    }
}
