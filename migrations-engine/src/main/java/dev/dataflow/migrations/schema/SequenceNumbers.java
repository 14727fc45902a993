package dev.dataflow.migrations.schema;

/**
 * The numbers that a sequence gives.
 *
 * @param start the first
 * @param increment the step
 * @param min the smallest
 * @param max the largest
 * @param cache how many a session takes at once
 * @param cycle whether it starts over at the end
 */
public record SequenceNumbers(long start, long increment, long min, long max, long cache, boolean cycle) {

    /** One after another from 1 up to a largest one. */
    public static SequenceNumbers upTo(long max) {
        return new SequenceNumbers(1, 1, 1, max, 1, false);
    }
}
