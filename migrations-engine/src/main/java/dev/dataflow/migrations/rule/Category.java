package dev.dataflow.migrations.rule;

/** What a hazard is a hazard to. */
public enum Category {
    /** Values or rows are gone. */
    DATA_LOSS("data loss"),
    /** Others cannot read or write. */
    AVAILABILITY("availability"),
    /** Others, or the change itself, are slow. */
    PERFORMANCE("performance"),
    /** Something that depends on it breaks: views, functions, programs. */
    DEPENDENCIES("dependencies"),
    /** It cannot be taken back. */
    ROLLBACK("rollback");

    private final String label;

    Category(String label) {
        this.label = label;
    }

    /** Its name in words. */
    public String label() {
        return label;
    }
}
