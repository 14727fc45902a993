package dev.dataflow.suite.soft;

import dev.dataflow.annotations.Id;
import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.Unique;
import org.jspecify.annotations.Nullable;

/** A key the caller assigns, a unique key that counts deleted rows, and one that does not. */
@SuppressWarnings("VAL-003")
@Model(table = "soft_vouchers", softDelete = true)
public record Voucher(
        @Id(generation = Id.Generation.ASSIGNED) String code,
        @Nullable @Unique(includeDeleted = true) String serial,
        @Nullable @Unique Integer place,
        int amount) {}
