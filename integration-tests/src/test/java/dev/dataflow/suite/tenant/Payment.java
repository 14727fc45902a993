package dev.dataflow.suite.tenant;

import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.References;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Of a tenant, with a key that callers may give; loses its invoice. */
@Model(table = "tenant_payments", multiTenant = true)
public record Payment(
        @Nullable UUID id,

        @Nullable @References(value = Invoice.class, inverse = "payments", onDelete = References.OnDelete.SET_NULL)
        Long invoiceId,

        int cents) {}
