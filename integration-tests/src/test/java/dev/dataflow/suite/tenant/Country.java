package dev.dataflow.suite.tenant;

import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.Unique;

/** Shared by all tenants, and deleted softly. */
@Model(table = "tenant_countries", softDelete = true)
public record Country(Long id, @Unique String code) {}
