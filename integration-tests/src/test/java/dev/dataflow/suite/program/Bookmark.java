package dev.dataflow.suite.program;

import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.References;
import org.jspecify.annotations.Nullable;

/** Lets go of an article that is deleted; its own rows are removed. */
@Model(table = "program_bookmarks", multiTenant = true, versioned = true)
public record Bookmark(
        Long id,

        @Nullable @References(value = Article.class, inverse = "bookmarks", onDelete = References.OnDelete.SET_NULL)
        Long articleId,

        String label) {}
