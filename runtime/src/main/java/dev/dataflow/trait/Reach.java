package dev.dataflow.trait;

/**
 * Which rows the statements of a call reach, as far as traits decide it. It is part of what a rendered statement is found by,
 * so it holds what changes SQL; values that are bound, such as an instant, are in the {@link Stamp}.
 *
 * @param tombstones what becomes of rows that are deleted softly
 */
public record Reach(Tombstones tombstones) {

    /** What calls reach that say nothing. */
    public static final Reach LIVE = new Reach(Tombstones.HIDDEN);

    /** The same with another view of soft-deleted rows. */
    public Reach with(Tombstones other) {
        return new Reach(other);
    }

    /** What is reached of other models through the rows of this one: what a call says of tombstones is said of its model. */
    public Reach related() {
        return with(Tombstones.HIDDEN);
    }
}
