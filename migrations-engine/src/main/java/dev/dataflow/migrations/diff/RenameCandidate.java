package dev.dataflow.migrations.diff;

import java.util.List;

/**
 * Something new that may be something gone, under another name.
 *
 * @param to the new thing: a table, or {@code table.column} with the table's new name
 * @param score how alike they are, from 0 to 100
 * @param reasons what is alike
 */
public record RenameCandidate(String to, int score, List<String> reasons) {

    /** From which score on it is asked about: a question costs an answer, and a wrong guess costs the data. */
    public static final int LEAST = 45;

    /** Copies the list. */
    public RenameCandidate {
        reasons = List.copyOf(reasons);
    }
}
