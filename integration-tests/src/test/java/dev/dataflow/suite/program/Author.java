package dev.dataflow.suite.program;

import dev.dataflow.annotations.DeletedAt;
import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.Unique;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What all others point to, with a unique key that forgets deleted rows. */
@Model(table = "program_authors", multiTenant = true, softDelete = true)
public record Author(
        Long id,
        @Unique String email,
        String name,
        @Nullable @DeletedAt Instant deletedAt) {}
