package dev.dataflow.suite.program;

import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.References;

/** Deleted softly and pointed to by none; keeps its coupon, whose key tenants may share, from being deleted while it lives. */
@Model(table = "program_claims", multiTenant = true, softDelete = true, versioned = true)
public record Claim(
        Long id,

        @References(value = Coupon.class, inverse = "claims")
        String couponId,

        String title) {}
