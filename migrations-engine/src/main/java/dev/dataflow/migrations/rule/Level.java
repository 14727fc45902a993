package dev.dataflow.migrations.rule;

/** How much is at stake. */
public enum Level {
    /** Can be done at any time. */
    LOW,
    /** Somebody should have looked at it. */
    MEDIUM,
    /** Needs a plan, and a time to do it. */
    HIGH,
    /** Data are gone, or others stand still. */
    CRITICAL;

    /** The level of a score: below 25, 50, 75, and from there on. */
    public static Level of(int score) {
        return score < 25 ? LOW : score < 50 ? MEDIUM : score < 75 ? HIGH : CRITICAL;
    }

    /** The higher of two. */
    public Level or(Level other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
