package dev.dataflow.docs;

import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.Unique;
import dev.dataflow.annotations.Version;
import org.jspecify.annotations.Nullable;

/** The model of the page about versions. */
// docs:holding
@Model(versioned = true)
public record Holding(
        Long id,
        @Unique String isbn,
        int copies,
        @Nullable String shelf,
        @Version long version) {}
// docs:end
