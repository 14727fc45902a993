package dev.dataflow.suite.tenant;

import dev.dataflow.annotations.Id;
import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.References;
import org.jspecify.annotations.Nullable;

/** Of a tenant, with a key that callers choose: tenants have rows of one key. It points to itself. */
@Model(table = "tenant_topics", multiTenant = true)
@SuppressWarnings("VAL-003")
public record Topic(
        @Id String code,
        String label,

        @Nullable @References(value = Topic.class, inverse = "children")
        String parentId) {}
