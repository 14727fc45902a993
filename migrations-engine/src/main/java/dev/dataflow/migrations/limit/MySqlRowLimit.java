package dev.dataflow.migrations.limit;

import dev.dataflow.migrations.table.Column;
import dev.dataflow.migrations.table.Table;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * How large a row of MySQL or MariaDB can be: 65,535 bytes without what lies outside the row, and on InnoDB's page of
 * 16 KB half a page. Text counts four bytes for a character.
 *
 * @param onPage how many bytes of a column stay on the page
 * @param mostTexts how many longtext columns fit, NULL allowed
 */
record MySqlRowLimit(ToIntFunction<Column> onPage, int mostTexts) implements Limit {

    private static final int MOST_IN_ROW = 65_535;

    /** Half an empty page. */
    private static final int MOST_ON_PAGE = 8_125;

    /** The record's header, the transaction's id and the pointer to the undo log. */
    private static final int PAGE_OVERHEAD = 5 + 6 + 7;

    @Override
    public Stream<String> broken(Table table) {
        long texts = table.columns().stream().filter(MySqlBytes::isLong).count();
        int bytes = PAGE_OVERHEAD + sum(table, onPage);
        if (bytes > MOST_ON_PAGE) {
            return Stream.of(table.name() + ": a row of its " + table.columns().size() + " columns, " + texts
                    + " of them longtext or longblob, needs " + bytes + " bytes on a page, at most " + MOST_ON_PAGE
                    + " are possible (" + mostTexts + " longtext columns)");
        }
        int inRow = sum(table, MySqlBytes::inRow);
        return inRow <= MOST_IN_ROW
                ? Stream.empty()
                : Stream.of(table.name() + ": a row can have " + inRow + " bytes, at 4 for a character, at most "
                        + MOST_IN_ROW + " are possible");
    }

    private static int sum(Table table, ToIntFunction<Column> bytes) {
        long nullable = table.columns().stream().filter(Column::nullable).count();
        return (int) (nullable + 7) / 8
                + table.columns().stream().mapToInt(bytes).sum();
    }
}
