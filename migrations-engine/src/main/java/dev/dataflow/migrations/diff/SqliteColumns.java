package dev.dataflow.migrations.diff;

import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ConstantDefault;

/** What SQLite can do with a column without making its table anew. */
public final class SqliteColumns {

    private SqliteColumns() {}

    /** Whether ADD COLUMN takes it: rows get NULL or a constant, and nothing is computed. */
    public static boolean isAddedInPlace(Column column) {
        String value = column.defaultValue();
        return (value == null ? column.nullable() : ConstantDefault.isOfSqlite(value)) && column.generated() == null;
    }
}
