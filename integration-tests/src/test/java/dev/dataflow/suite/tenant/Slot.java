package dev.dataflow.suite.tenant;

import dev.dataflow.annotations.Id;
import dev.dataflow.annotations.Model;

/** Of a tenant, with a key of two columns. */
@Model(table = "tenant_slots", multiTenant = true)
public record Slot(@Id int day, @Id int hour, String holder) {}
