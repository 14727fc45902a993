package dev.dataflow.node;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a bulk create or upsert did.
 *
 * @param processed rows given
 * @param inserted rows that are new
 * @param updated rows that existed and got new values
 * @param skipped rows that existed and were left as they were
 * @param ids when asked for, one per row given and in that order: the row's key, new or existing; else empty
 * @param <K> the key
 */
public record BulkResult<K>(long processed, long inserted, long updated, long skipped, List<@Nullable K> ids) {

    /** Copies the list. */
    public BulkResult {
        ids = Collections.unmodifiableList(new ArrayList<>(ids));
    }
}
