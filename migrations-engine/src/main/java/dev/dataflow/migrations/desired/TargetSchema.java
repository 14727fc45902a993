package dev.dataflow.migrations.desired;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.descriptor.Models;
import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.table.Table;
import dev.dataflow.model.ManagedColumn;
import dev.dataflow.model.ModelDescriptor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The tables that registered models want, and the models behind the tables these point to.
 *
 * @param tables the tables, in the order of the models' names
 * @param unregistered the models that are only referenced, by table
 * @param tenants those of the tables whose rows belong to tenants
 */
public record TargetSchema(List<Table> tables, Map<TableName, String> unregistered, Set<TableName> tenants) {

    /** Copies the list and the set. */
    public TargetSchema {
        tables = List.copyOf(tables);
        tenants = Set.copyOf(tenants);
    }

    /**
     * The schema that models want.
     *
     * @param engine the database
     * @param models the models
     * @throws dev.dataflow.error.SchemaException when a default is not of its column's type
     */
    public static TargetSchema of(DatabaseEngine engine, Models models) {
        TableFactory factory = new TableFactory(engine, models);
        Map<TableName, String> unregistered = new TreeMap<>();
        for (ModelDescriptor model : models.referenced().values()) {
            unregistered.put(TableFactory.name(model), model.name());
        }
        return new TargetSchema(
                models.registered().values().stream().map(factory::table).toList(),
                unregistered,
                models.registered().values().stream()
                        .filter(model -> TenantKeys.has(model, ManagedColumn.TENANT_ID))
                        .map(TableFactory::name)
                        .collect(Collectors.toSet()));
    }
}
