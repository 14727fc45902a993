package dev.dataflow.migrations.limit;

import dev.dataflow.migrations.table.Column;
import dev.dataflow.migrations.table.SqlType;
import dev.dataflow.migrations.table.TypeFamily;

/** How many bytes MySQL and InnoDB count for a column. */
final class MySqlBytes {

    /** Bytes of the digits that are left over from groups of nine. */
    private static final int[] LEFT_OVER = {0, 1, 1, 2, 2, 3, 3, 4, 4};

    private static final int BYTES_PER_CHARACTER = 4;

    private MySqlBytes() {}

    /** Whether the value lies outside the row. */
    static boolean isLong(Column column) {
        return column.type().size() == SqlType.UNLIMITED
                && (column.type().family() == TypeFamily.TEXT || column.type().family() == TypeFamily.BINARY);
    }

    /** In the server's row: long values count their length and a pointer. */
    static int inRow(Column column) {
        if (isLong(column)) {
            return 12;
        }
        int bytes = longest(column);
        return isVariable(column) ? bytes + (bytes > 255 ? 2 : 1) : bytes;
    }

    /** On InnoDB's page: values of variable length keep at most 40 bytes there. */
    static int onPage(Column column) {
        if (isLong(column)) {
            return 41;
        }
        int bytes = longest(column);
        return isVariable(column) ? Math.min(bytes, 40) + 1 : bytes;
    }

    /** MariaDB keeps nothing but a pointer there of values that can have more than 255 bytes, and all of the others. */
    static int onPageOfMariaDb(Column column) {
        int bytes = isLong(column) ? Integer.MAX_VALUE : longest(column);
        return isLong(column) || isVariable(column) ? (bytes > 255 ? 20 : bytes) + 1 : bytes;
    }

    /** In a key. */
    static int inKey(Column column) {
        return longest(column);
    }

    private static boolean isVariable(Column column) {
        return column.type().family() == TypeFamily.TEXT;
    }

    private static int longest(Column column) {
        SqlType type = column.type();
        return switch (type.family()) {
            case BOOLEAN -> 1;
            case INTEGER, FLOAT -> type.size() / 8;
            case DECIMAL -> digits(type.size() - type.scale()) + digits(type.scale());
            case TEXT -> type.size() * BYTES_PER_CHARACTER;
            case DATE -> 3;
            case TIME -> 6;
            case DATE_TIME -> 8;
            default -> type.size();
        };
    }

    private static int digits(int digits) {
        return digits / 9 * 4 + LEFT_OVER[digits % 9];
    }
}
