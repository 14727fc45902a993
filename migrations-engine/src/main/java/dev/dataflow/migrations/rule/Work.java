package dev.dataflow.migrations.rule;

/** What a statement does to rows while it holds its lock; each is more than those before. */
public enum Work {
    /** Nothing that grows with the table. */
    NONE("none"),
    /** Each row is read. */
    SCAN("reads all rows"),
    /** An index is built, for which each row is read. */
    INDEX_BUILD("builds an index"),
    /** Each row is written, and mostly all indexes are built. */
    REWRITE("writes all rows");

    private final String label;

    Work(String label) {
        this.label = label;
    }

    /** Its name in words. */
    public String label() {
        return label;
    }
}
