package dev.dataflow.node;

/**
 * What an upsert did.
 *
 * @param record the row as it is now stored
 * @param action whether the row was created, updated, or left as it was
 * @param <M> the model
 */
public record Upserted<M>(M record, Action action) {

    /** Whether the row was created. */
    public boolean created() {
        return action == Action.CREATED;
    }

    /** What an upsert did to the row. */
    public enum Action {
        /** There was none; it was inserted. */
        CREATED,
        /** There was one; the update was applied. */
        UPDATED,
        /** There was one, and the update changed nothing. */
        UNCHANGED
    }
}
