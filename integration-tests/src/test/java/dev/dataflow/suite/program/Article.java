package dev.dataflow.suite.program;

import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.References;
import dev.dataflow.annotations.Unique;
import org.jspecify.annotations.Nullable;

/** Goes with its author. */
@Model(table = "program_articles", multiTenant = true, softDelete = true, versioned = true)
public record Article(
        Long id,

        @References(value = Author.class, inverse = "articles", onDelete = References.OnDelete.CASCADE)
        long authorId,

        @Nullable @Unique String slug,
        int views) {}
