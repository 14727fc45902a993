package dev.dataflow.suite.program;

import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.References;
import org.jspecify.annotations.Nullable;

/** Goes with its article and with the remark it answers. */
@Model(table = "program_remarks", multiTenant = true, softDelete = true)
public record Remark(
        Long id,

        @References(value = Article.class, inverse = "remarks", onDelete = References.OnDelete.CASCADE)
        long articleId,

        @Nullable @References(value = Remark.class, inverse = "answers", onDelete = References.OnDelete.CASCADE)
        Long parentId,

        String text) {}
