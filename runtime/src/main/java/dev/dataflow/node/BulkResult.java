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
 * @param failed rows that could not be written, with {@link OnError#CONTINUE}
 * @param ids when asked for, one per row given and in that order: the row's key, new or existing, null of a row that failed;
 *     else empty
 * @param errors why rows failed, of the first 1,000 that did
 * @param <K> the key
 */
public record BulkResult<K>(
        long processed,
        long inserted,
        long updated,
        long skipped,
        long failed,
        List<@Nullable K> ids,
        List<BulkError> errors) {

    /** Copies the lists. */
    public BulkResult {
        ids = Collections.unmodifiableList(new ArrayList<>(ids));
        errors = List.copyOf(errors);
    }
}
