package dev.dataflow.cli.report;

/** How risky something is. Each level has a letter and a shape, so that it can be told without colours. */
public enum Risk {
    /** Nobody looked, or nobody could. */
    UNKNOWN("?", "unknown"),
    /** Nothing to think about. */
    LOW("L", "low"),
    /** Needs a look. */
    MEDIUM("M", "medium"),
    /** Needs somebody who decides. */
    HIGH("H", "high"),
    /** Loses data, stops a service, or fails. */
    CRITICAL("C", "critical");

    private final String letter;
    private final String label;

    Risk(String letter, String label) {
        this.letter = letter;
        this.label = label;
    }

    /** Its letter. */
    public String letter() {
        return letter;
    }

    /** Its name for people. */
    public String label() {
        return label;
    }
}
