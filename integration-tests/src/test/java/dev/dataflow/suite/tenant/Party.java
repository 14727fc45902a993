package dev.dataflow.suite.tenant;

import dev.dataflow.annotations.Index;
import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.References;
import dev.dataflow.annotations.TenantId;
import dev.dataflow.annotations.Unique;
import org.jspecify.annotations.Nullable;

/** Of a tenant, with a key the database makes, and the tenant surfaced. */
@Model(table = "tenant_parties", multiTenant = true)
@Index(fields = "name")
public record Party(
        Long id,
        @Unique String email,
        String name,

        @Nullable @References(value = Country.class, inverse = "parties", onDelete = References.OnDelete.SET_NULL)
        Long countryId,

        @TenantId @Nullable String tenantId) {

    Party(String email, String name) {
        this(null, email, name, null, null);
    }
}
