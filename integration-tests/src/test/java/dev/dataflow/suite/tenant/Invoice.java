package dev.dataflow.suite.tenant;

import dev.dataflow.annotations.Default;
import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.References;
import dev.dataflow.annotations.Unique;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Of a tenant, deleted softly; goes with its party. */
@Model(table = "tenant_invoices", multiTenant = true, softDelete = true)
public record Invoice(
        Long id,

        @References(value = Party.class, inverse = "invoices", onDelete = References.OnDelete.CASCADE)
        long partyId,

        @Nullable @Unique String number,
        @Default("1") BigDecimal total) {

    Invoice(long partyId, String number) {
        this(null, partyId, number, BigDecimal.ONE);
    }
}
