package dev.dataflow.docs;

import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.TenantId;
import dev.dataflow.annotations.Unique;
import org.jspecify.annotations.Nullable;

/** A model of the page about tenants. */
// docs:board
@Model(multiTenant = true)
public record Board(
        Long id, @Unique String name, @Nullable @TenantId String tenantId) {}
// docs:end
