package dev.dataflow.migrations.plan;

import dev.dataflow.migrations.schema.PrimaryKey;
import dev.dataflow.migrations.schema.Table;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The numbers that SQLite gives to rows by itself. Programs may hold them, and so do full-text tables over a table, so they
 * are copied where no column has them already.
 */
final class SqliteRowId {

    private SqliteRowId() {}

    /** The name by which the numbers are read and written; empty where they need not or cannot be copied. */
    static Optional<String> of(Table from, Table to) {
        if (!isNumbered(from) || !isNumbered(to) || hasColumn(to)) {
            return Optional.empty();
        }
        return Stream.of("rowid", "_rowid_", "oid")
                .filter(name -> isFree(from, name) && isFree(to, name))
                .findFirst();
    }

    private static boolean isNumbered(Table table) {
        return !table.options().containsKey("without rowid");
    }

    /** Whether a column is the number: a lone INTEGER primary key, unless it is written as one that counts down. */
    private static boolean hasColumn(Table table) {
        PrimaryKey key = table.primaryKey();
        return key != null
                && key.columns().size() == 1
                && !key.options().containsKey("place")
                && table.columns().stream()
                        .anyMatch(column ->
                                column.name().equalsIgnoreCase(key.columns().get(0))
                                        && column.type().sql().equals("INTEGER"));
    }

    private static boolean isFree(Table table, String name) {
        return table.columns().stream().noneMatch(column -> column.name().equalsIgnoreCase(name));
    }
}
