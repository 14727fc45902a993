package dev.dataflow.docs;

import dev.dataflow.annotations.DeletedAt;
import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.Unique;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

// docs:project
@Model(softDelete = true)
public record Project(
        Long id,
        @Unique String code,
        @Unique(includeDeleted = true) int number,
        @Nullable @DeletedAt Instant deletedAt) {}
// docs:end
