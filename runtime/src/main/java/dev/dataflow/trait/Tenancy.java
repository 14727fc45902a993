package dev.dataflow.trait;

import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.model.KeyGeneration;
import dev.dataflow.model.ManagedColumn;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Has each row belong to a tenant by {@code tenant_id}, and each statement see the rows of one. */
final class Tenancy implements Trait {

    @Override
    public @Nullable DataFlowException refusal(ModelMetadata<?, ?, ?, ?> model, Reach reach, Access access) {
        if (!isOn(model)) {
            return null;
        }
        return switch (reach.tenants()) {
            case NONE -> unbound(model);
            case ONE -> null;
            case ALL -> acrossAll(model, access);
        };
    }

    @Override
    public List<Assignment> onInsert(ModelMetadata<?, ?, ?, ?> model) {
        return tenantId(model)
                .map(column -> new Assignment(column, Assignment.Value.STAMP))
                .toList();
    }

    @Override
    public List<Predicate> predicates(ModelMetadata<?, ?, ?, ?> model, Reach reach) {
        if (!isOn(model) || reach.tenants() == Tenants.ALL) {
            return List.of();
        }
        if (reach.tenants() == Tenants.NONE) {
            throw unbound(model);
        }
        return tenantId(model).<Predicate>map(Predicate.IsStamped::new).toList();
    }

    @Override
    public List<Integer> keyColumns(ModelMetadata<?, ?, ?, ?> model) {
        return tenantId(model).toList();
    }

    /** What a statement says of one tenant holds on both sides; one over all tenants must not go from one to another. */
    @Override
    public List<Agreement> onRelation(ModelMetadata<?, ?, ?, ?> model, ModelMetadata<?, ?, ?, ?> target, Reach reach) {
        return reach.tenants() == Tenants.ALL && isOn(model) && isOn(target)
                ? List.of(
                        new Agreement(model.managed(ManagedColumn.TENANT_ID), target.managed(ManagedColumn.TENANT_ID)))
                : List.of();
    }

    private static @Nullable DataFlowException acrossAll(ModelMetadata<?, ?, ?, ?> model, Access access) {
        return switch (access) {
            case SEARCH -> null;
            case KEY ->
                model.definition().generation() == KeyGeneration.IDENTITY
                        ? null
                        : across(
                                "rows of " + model + " are looked up by key across tenants",
                                "two tenants may have rows of one key, since its keys are not made by the database");
            case RELATED ->
                across(
                        "rows of " + model + " are read along with others across tenants",
                        "relations are followed within one tenant");
            case WRITE ->
                across(
                        "rows of " + model + " are written across tenants",
                        "acrossTenants reads only: what is written belongs to one tenant");
        };
    }

    private static DataFlowException across(String what, String why) {
        return new DataFlowException(new Problem(
                ErrorCode.TENANT_ACROSS,
                what,
                why,
                "do it for each tenant in turn, with asTenant(id) of the whole instance"));
    }

    private static DataFlowException unbound(ModelMetadata<?, ?, ?, ?> model) {
        return new DataFlowException(new Problem(
                ErrorCode.TENANT_MISSING,
                "rows of " + model + " are asked for without a tenant",
                "they belong to tenants, and this scope is bound to none",
                "use asTenant(id), as in " + model.definition().simpleName() + "Nodes.on(df.asTenant(id))"));
    }

    private static boolean isOn(ModelMetadata<?, ?, ?, ?> model) {
        return model.managed(ManagedColumn.TENANT_ID) >= 0;
    }

    private static Stream<Integer> tenantId(ModelMetadata<?, ?, ?, ?> model) {
        return Stream.of(model.managed(ManagedColumn.TENANT_ID)).filter(column -> column >= 0);
    }
}
