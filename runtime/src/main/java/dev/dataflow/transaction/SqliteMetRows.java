package dev.dataflow.transaction;

import java.sql.SQLException;
import org.sqlite.Function;
import org.sqlite.SQLiteConnection;

/** How many rows upserts have met on a connection of SQLite, which tells one row for an inserted and for a changed one. */
final class SqliteMetRows {

    private static final String NAME = "dataflow_met";

    private long count;

    SqliteMetRows() {}

    /** Makes the function that counts known to a connection; upserts call it for each row that is there. */
    void register(SQLiteConnection connection) throws SQLException {
        Function.create(connection, NAME, new Counting(this), 0, 0);
    }

    /** All so far. */
    long count() {
        return count;
    }

    private static final class Counting extends Function {

        private final SqliteMetRows met;

        Counting(SqliteMetRows met) {
            this.met = met;
        }

        @Override
        protected void xFunc() throws SQLException {
            met.count++;
            result(1);
        }
    }
}
