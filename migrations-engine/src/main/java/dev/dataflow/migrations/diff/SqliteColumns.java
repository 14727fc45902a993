package dev.dataflow.migrations.diff;

import dev.dataflow.migrations.schema.Column;
import java.util.regex.Pattern;

/** What SQLite can do with a column without making its table anew. */
public final class SqliteColumns {

    private static final Pattern CONSTANT = Pattern.compile("-?[0-9]+(\\.[0-9]+)?|'([^']|'')*'|[xX]'[0-9a-fA-F]*'");

    private SqliteColumns() {}

    /** Whether ADD COLUMN takes it: rows get NULL or a constant, and nothing is computed. */
    public static boolean isAddedInPlace(Column column) {
        String value = column.defaultValue();
        return (value == null ? column.nullable() : CONSTANT.matcher(value).matches()) && column.generated() == null;
    }
}
