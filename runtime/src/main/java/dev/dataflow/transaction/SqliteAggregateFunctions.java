package dev.dataflow.transaction;

import dev.dataflow.type.IllegalValueException;
import dev.dataflow.type.SortableDecimal;
import java.math.BigDecimal;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;
import org.sqlite.SQLiteConnection;
import org.sqlite.core.Codes;

/** Exact sums of integers and decimals for SQLite. Loaded only where SQLite is used. */
final class SqliteAggregateFunctions {

    private static final BigDecimal HALF = BigDecimal.valueOf(1L << 32);

    private SqliteAggregateFunctions() {}

    /** Makes the functions known to a connection. */
    static void register(SQLiteConnection sqlite) throws SQLException {
        Function.create(sqlite, "dataflow_decimal_sum", new Sum());
        Function.create(sqlite, "dataflow_integer_sum", new SumOfHalves());
    }

    /** The driver clones it for each group, so it starts with nothing and holds nothing that changes. */
    private static final class Sum extends Function.Aggregate {

        private @Nullable BigDecimal sum;

        @Override
        protected void xStep() throws SQLException {
            String text = value_text(0);
            if (text == null) {
                return;
            }
            try {
                BigDecimal value = SortableDecimal.decode(text);
                BigDecimal before = sum;
                sum = before == null ? value : before.add(value);
            } catch (IllegalValueException e) {
                error("dataflow: decimal out of range");
            }
        }

        @Override
        protected void xFinal() throws SQLException {
            BigDecimal total = sum;
            if (total == null) {
                result();
            } else {
                try {
                    result(SortableDecimal.encode(total));
                } catch (IllegalValueException e) {
                    error("dataflow: decimal out of range");
                }
            }
        }
    }

    /** Of the sums of longs' upper and lower halves: called for each group, not for each row. */
    private static final class SumOfHalves extends Function {
        @Override
        protected void xFunc() throws SQLException {
            if (value_type(1) == Codes.SQLITE_NULL) {
                result();
            } else {
                BigDecimal high = BigDecimal.valueOf(value_long(0));
                result(SortableDecimal.encode(high.multiply(HALF).add(BigDecimal.valueOf(value_long(1)))));
            }
        }
    }
}
