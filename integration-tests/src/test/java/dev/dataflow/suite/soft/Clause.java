package dev.dataflow.suite.soft;

import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.References;
import dev.dataflow.annotations.Version;
import org.jspecify.annotations.Nullable;

/** Goes with its deed, and lets go of another; counted. */
@Model(table = "soft_clauses", softDelete = true, versioned = true)
public record Clause(
        Long id,

        @References(value = Deed.class, inverse = "clauses", onDelete = References.OnDelete.CASCADE)
        long deedId,

        @Nullable @References(value = Deed.class, inverse = "amended", onDelete = References.OnDelete.SET_NULL)
        Long otherId,

        @Version long version) {}
