package dev.dataflow.migrations.desired;

import dev.dataflow.migrations.identifier.ObjectName;
import dev.dataflow.migrations.table.UniqueKey;
import dev.dataflow.model.KeyGeneration;
import dev.dataflow.model.ManagedColumn;
import dev.dataflow.model.ModelDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The columns of keys, indexes and references of models whose rows belong to tenants: the tenant comes first in each, so that
 * values are unique within a tenant, and no row points to one of another tenant.
 */
final class TenantKeys {

    private static final String TENANT_ID = ManagedColumn.TENANT_ID.column();

    private TenantKeys() {}

    /** Keys that the database counts up are unique by themselves. */
    static List<String> primary(ModelDescriptor model) {
        return model.key().generation() == KeyGeneration.IDENTITY
                ? model.key().columns()
                : with(model, model.key().columns());
    }

    /** What references point to where the primary key is without the tenant. */
    static Optional<UniqueKey> referenced(ModelDescriptor model) {
        List<String> columns = with(model, model.key().columns());
        return columns.equals(primary(model))
                ? Optional.empty()
                : Optional.of(
                        new UniqueKey(ObjectName.of("uk", model.table(), String.join("_", columns)), columns, false));
    }

    /** Columns of a model, with its tenant first. */
    static List<String> with(ModelDescriptor model, List<String> columns) {
        if (!has(model, ManagedColumn.TENANT_ID)) {
            return columns;
        }
        List<String> all = new ArrayList<>(List.of(TENANT_ID));
        columns.stream().filter(column -> !column.equals(TENANT_ID)).forEach(all::add);
        return all;
    }

    /** The columns by which a model points to another. */
    static List<String> pointing(ModelDescriptor model, ModelDescriptor target, String column) {
        return has(target, ManagedColumn.TENANT_ID) ? with(model, List.of(column)) : List.of(column);
    }

    static boolean has(ModelDescriptor model, ManagedColumn managed) {
        return model.columns().stream().anyMatch(column -> column.managed() == managed);
    }
}
