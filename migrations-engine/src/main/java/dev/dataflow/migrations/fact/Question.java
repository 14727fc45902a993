package dev.dataflow.migrations.fact;

import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.wording.Amount;

/**
 * What is asked about rows before a change.
 *
 * @param effect what it means when there are such rows
 * @param change the change
 * @param table the table, by the name that it has now
 * @param words what is counted
 * @param form what the SQL is
 * @param sql a condition of a row, or a query of one number, in the database's SQL; empty when there is none
 */
public record Question(Effect effect, Change change, String table, Amount words, Form form, String sql) {

    /** What it means when there are such rows. */
    public enum Effect {
        /** The statement fails. */
        FAILS,
        /** Their values do not come back. */
        LOST
    }

    /** What the SQL of a question is. */
    public enum Form {
        /** A condition of a row; all of a table are asked in one query. */
        CONDITION,
        /** A query of one number. */
        QUERY,
        /** A query of one number of the catalog; when it is none there is nothing to tell. */
        CATALOG,
        /** There is none: the answer stays unknown. */
        NONE
    }
}
