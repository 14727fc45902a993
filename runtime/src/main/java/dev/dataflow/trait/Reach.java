package dev.dataflow.trait;

/**
 * Which rows the statements of a call reach, as far as traits decide it. It is part of what a rendered statement is found by,
 * so it holds what changes SQL; values that are bound, such as an instant or a tenant's id, are in the {@link Stamp}.
 *
 * @param tombstones what becomes of rows that are deleted softly
 * @param expecting whether only a row of the version that the call gives
 * @param tenants whose rows
 */
public record Reach(Tombstones tombstones, boolean expecting, Tenants tenants) {

    /** What calls reach that say nothing. */
    public static final Reach LIVE = new Reach(Tombstones.HIDDEN, false, Tenants.NONE);

    /** The same with another view of soft-deleted rows. */
    public Reach with(Tombstones other) {
        return new Reach(other, expecting, tenants);
    }

    /** The same, and only rows of the version that the call gives. */
    public Reach expected() {
        return new Reach(tombstones, true, tenants);
    }

    /** The same with rows of others. */
    public Reach with(Tenants other) {
        return new Reach(tombstones, expecting, other);
    }

    /**
     * What is reached of other models through the rows of this one: what a call says of tombstones and versions is said of its
     * model, but the tenant is that of all.
     */
    public Reach related() {
        return LIVE.with(tenants);
    }
}
