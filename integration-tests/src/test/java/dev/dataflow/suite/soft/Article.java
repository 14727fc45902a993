package dev.dataflow.suite.soft;

import dev.dataflow.annotations.Default;
import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.References;
import dev.dataflow.annotations.Unique;
import org.jspecify.annotations.Nullable;

/** Goes with its author. */
@Model(table = "soft_articles", softDelete = true)
public record Article(
        Long id,

        @References(value = Author.class, inverse = "articles", onDelete = References.OnDelete.CASCADE)
        long authorId,

        @Nullable @Unique String slug,
        @Default("0") int views) {}
