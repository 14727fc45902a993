package dev.dataflow.suite.program;

import dev.dataflow.annotations.Id;
import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.References;
import dev.dataflow.annotations.Unique;
import dev.dataflow.annotations.Version;
import org.jspecify.annotations.Nullable;

/** A key the caller assigns, a unique key that counts deleted rows and one that does not; lets go of its author. */
@SuppressWarnings("VAL-003")
@Model(table = "program_coupons", multiTenant = true, softDelete = true, versioned = true)
public record Coupon(
        @Id(generation = Id.Generation.ASSIGNED) String code,
        @Nullable @Unique(includeDeleted = true) String serial,
        @Nullable @Unique Integer place,

        @Nullable @References(value = Author.class, inverse = "coupons", onDelete = References.OnDelete.SET_NULL)
        Long authorId,

        int amount,
        @Version long version) {}
