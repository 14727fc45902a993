package dev.dataflow.migrations.diff;

import java.util.ArrayList;
import java.util.List;

/**
 * What people say about names that changed: which thing is another's new name, and which is gone for good. Immutable.
 *
 * @param tables tables that got another name
 * @param columns columns that got another name
 * @param drops things that are gone: no question is asked about them
 */
public record RenameHints(List<TableHint> tables, List<ColumnHint> columns, List<DropHint> drops) {

    /**
     * A table that got another name.
     *
     * @param from its name before
     * @param to its name after
     */
    public record TableHint(String from, String to) {
        @Override
        public String toString() {
            return from + "=" + to;
        }
    }

    /**
     * A column that got another name.
     *
     * @param table its table's name before
     * @param from its name before
     * @param to its name after
     */
    public record ColumnHint(String table, String from, String to) {
        @Override
        public String toString() {
            return table + "." + from + "=" + to;
        }
    }

    /**
     * A table or a column that is gone and has no new name.
     *
     * @param table the table's name before
     * @param column the column's; empty for the table itself
     */
    public record DropHint(String table, String column) {
        @Override
        public String toString() {
            return column.isEmpty() ? table : table + "." + column;
        }
    }

    /** Nothing is said. */
    public static final RenameHints NONE = new RenameHints(List.of(), List.of(), List.of());

    /** Copies the lists. */
    public RenameHints {
        tables = List.copyOf(tables);
        columns = List.copyOf(columns);
        drops = List.copyOf(drops);
    }

    /** These, and that a table got another name. */
    public RenameHints table(String from, String to) {
        return new RenameHints(and(tables, new TableHint(from, to)), columns, drops);
    }

    /** These, and that a column got another name; the table is named as before. */
    public RenameHints column(String table, String from, String to) {
        return new RenameHints(tables, and(columns, new ColumnHint(table, from, to)), drops);
    }

    /** These, and that a table is gone for good. */
    public RenameHints dropTable(String table) {
        return new RenameHints(tables, columns, and(drops, new DropHint(table, "")));
    }

    /** These, and that a column is gone for good; the table is named as before. */
    public RenameHints dropColumn(String table, String column) {
        return new RenameHints(tables, columns, and(drops, new DropHint(table, column)));
    }

    private static <T> List<T> and(List<T> values, T value) {
        List<T> all = new ArrayList<>(values);
        all.add(value);
        return all;
    }
}
