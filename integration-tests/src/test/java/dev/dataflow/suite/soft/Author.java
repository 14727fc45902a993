package dev.dataflow.suite.soft;

import dev.dataflow.annotations.DeletedAt;
import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.Unique;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Deleted softly, with its mark surfaced and a unique key that forgets deleted rows. */
@Model(table = "soft_authors", softDelete = true)
public record Author(
        Long id,
        @Unique String email,
        String name,
        @Nullable @DeletedAt Instant deletedAt) {

    Author(String email, String name) {
        this(null, email, name, null);
    }
}
