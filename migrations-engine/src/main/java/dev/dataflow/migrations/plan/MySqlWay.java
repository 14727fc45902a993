package dev.dataflow.migrations.plan;

/** How MySQL or MariaDB makes a change, from the one that disturbs least. What a statement says the server keeps to, or refuses. */
enum MySqlWay {
    /** In the catalog alone. */
    INSTANT("ALGORITHM=INSTANT"),
    /** Beside those who read and write. */
    ONLINE("ALGORITHM=INPLACE, LOCK=NONE"),
    /** Beside those who read. */
    READABLE("ALGORITHM=INPLACE, LOCK=SHARED"),
    /** As a copy, beside those who read and write; MariaDB from 11.2. */
    ONLINE_COPY("ALGORITHM=COPY, LOCK=NONE"),
    /** As a copy, beside those who read. */
    COPY("ALGORITHM=COPY, LOCK=SHARED");

    private final String clauses;

    MySqlWay(String clauses) {
        this.clauses = clauses;
    }

    /** What a statement says of it. */
    String clauses() {
        return clauses;
    }

    /** The one of two that does for both. */
    MySqlWay with(MySqlWay other) {
        MySqlWay more = compareTo(other) > 0 ? this : other;
        MySqlWay less = more == this ? other : this;
        return more == ONLINE_COPY && less == READABLE ? COPY : more;
    }
}
