package dev.dataflow.node;

import java.util.List;

/**
 * What a bulk update did.
 *
 * @param processed rows given, or rows that matched
 * @param updated rows changed
 * @param failed rows given that could not be written, with {@link OnError#CONTINUE}
 * @param errors why rows failed, of the first 1,000 that did
 */
public record BulkUpdated(long processed, long updated, long failed, List<BulkError> errors) {

    /** Copies the list. */
    public BulkUpdated {
        errors = List.copyOf(errors);
    }

    BulkUpdated(long processed, long updated) {
        this(processed, updated, 0, List.of());
    }
}
