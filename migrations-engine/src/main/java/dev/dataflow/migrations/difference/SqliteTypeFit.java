package dev.dataflow.migrations.difference;

import dev.dataflow.migrations.table.SqlType;
import dev.dataflow.migrations.table.TypeFamily;

/**
 * SQLite converts on the way in, outside of strict tables: text that looks like a number to a number, whole numbers in a
 * REAL column to floats. Lengths mean nothing to it.
 */
final class SqliteTypeFit implements TypeFit {

    @Override
    public boolean fits(SqlType live, SqlType model) {
        if (live.family() == TypeFamily.ANY) {
            return true;
        }
        return switch (model.family()) {
            case BOOLEAN, INTEGER -> live.family() == TypeFamily.INTEGER || live.family() == TypeFamily.NUMERIC;
            case FLOAT -> live.family() == TypeFamily.FLOAT || live.family() == TypeFamily.NUMERIC;
            // decimals in DataFlow's form are text that looks like a number
            case TEXT, DECIMAL -> live.family() == TypeFamily.TEXT;
            case BINARY -> live.family() == TypeFamily.BINARY;
            // dashes and colons: never a number
            case UUID, INSTANT, DATE, TIME, DATE_TIME ->
                live.family() == TypeFamily.TEXT || live.family() == TypeFamily.NUMERIC;
            default -> false;
        };
    }
}
