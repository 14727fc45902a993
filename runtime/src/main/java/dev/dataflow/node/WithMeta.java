package dev.dataflow.node;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row with what the runtime keeps beside it, also where the model has no component for it.
 *
 * @param record the row
 * @param version how often it was written; 0 where rows have no versions
 * @param createdAt when it was created; null where the model has no timestamps
 * @param updatedAt when it was last changed; null where the model has no timestamps
 * @param deletedAt when it was deleted softly; null when it lives, or where deletes remove rows
 */
public record WithMeta<M>(
        M record,
        long version,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @Nullable Instant deletedAt) {}
