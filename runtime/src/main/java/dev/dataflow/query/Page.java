package dev.dataflow.query;

import java.util.List;
import java.util.OptionalLong;

/**
 * One page of a list.
 *
 * @param records the rows
 * @param limit the most rows the page could hold
 * @param offset the rows skipped before it
 * @param total all matching rows, when asked for
 * @param <M> the model
 */
public record Page<M>(List<M> records, int limit, long offset, OptionalLong total) {

    /** Copies the list. */
    public Page {
        records = List.copyOf(records);
    }

    /** How many rows the page holds. */
    public int count() {
        return records.size();
    }
}
