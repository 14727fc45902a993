package dev.dataflow.statement;

import dev.dataflow.database.RowSecurity;

/** What goes with a statement, in one message, to tell PostgreSQL's row security whose rows it is about. */
public enum Scoping {
    /** Nothing. */
    NONE("", "", 0),
    /** The setting, in a transaction that is open. */
    IN_TRANSACTION(RowSecurity.BIND + "; ", "", 1),
    /** The setting, in a transaction that is open, for this statement alone. */
    FOR_ONE_STATEMENT(RowSecurity.BIND + "; ", "; " + RowSecurity.FORGET, 1),
    /**
     * The setting, in a transaction of the statement's own. Without one the setting could be gone before the statement runs,
     * which would find no rows: drivers may split a message where they cannot tell how long an answer gets.
     */
    ALONE("begin; " + RowSecurity.BIND + "; ", "; commit", 2);

    private final String before;
    private final String after;
    private final int results;

    Scoping(String before, String after, int results) {
        this.before = before;
        this.after = after;
        this.results = results;
    }

    String around(String sql) {
        return before + sql + after;
    }

    /** How many results come before that of the statement. */
    public int results() {
        return results;
    }
}
