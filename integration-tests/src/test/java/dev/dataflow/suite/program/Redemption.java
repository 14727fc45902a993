package dev.dataflow.suite.program;

import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.References;
import org.jspecify.annotations.Nullable;

/** Points to rows whose keys callers choose, which tenants may share. */
@Model(table = "program_redemptions", multiTenant = true)
public record Redemption(
        Long id,

        @Nullable @References(value = Coupon.class, inverse = "redemptions", onDelete = References.OnDelete.SET_NULL)
        String couponId,

        String note) {}
