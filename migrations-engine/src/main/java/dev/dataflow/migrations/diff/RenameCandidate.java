package dev.dataflow.migrations.diff;

import java.util.List;

/**
 * Something new that may be something gone, under another name.
 *
 * @param table the new table, or the column's table under its new name
 * @param column the new column; empty for the table itself
 * @param score how alike they are, from 0 to 100
 * @param reasons what is alike, and what of their values is known
 */
public record RenameCandidate(String table, String column, int score, List<String> reasons) {

    /**
     * From which score on it is asked about, values left out of account: a question costs an answer, and a wrong guess costs
     * the data.
     */
    public static final int LEAST = 45;

    /** Copies the list. */
    public RenameCandidate {
        reasons = List.copyOf(reasons);
    }

    /** The new thing: a table, or {@code table.column}. */
    public String to() {
        return column.isEmpty() ? table : table + "." + column;
    }
}
