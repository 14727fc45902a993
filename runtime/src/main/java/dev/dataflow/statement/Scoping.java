package dev.dataflow.statement;

import dev.dataflow.database.RowSecurity;

/** What goes with a statement, in one message, to tell PostgreSQL's row security whose rows it is about. */
public enum Scoping {
    /** Nothing. */
    NONE("", "", 0),
    /** The setting, in a transaction that is open. */
    IN_TRANSACTION(RowSecurity.BIND + "; ", "", 1),
    /** The setting, in a transaction that is open, for this statement alone; what it was before is its last value. */
    FOR_ONE_STATEMENT(RowSecurity.BIND + "; ", "; " + RowSecurity.BIND, 1),
    /**
     * The setting, and no transaction but that which PostgreSQL makes of a message. For drivers that are known to send both in one:
     * in a second message the setting would be gone, and no row be found. No other statement has this text, since a driver may
     * remember of a text that it is to be split.
     */
    IN_MESSAGE(RowSecurity.BIND_MESSAGE + "; ", "", 1),
    /** The setting, in a transaction of the statement's own, which holds however many messages the driver makes of it. */
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
