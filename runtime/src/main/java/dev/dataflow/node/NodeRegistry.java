package dev.dataflow.node;

import dev.dataflow.discovery.MissingCode;
import dev.dataflow.discovery.ModelDiscovery;
import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.NearestName;
import dev.dataflow.error.Problem;
import dev.dataflow.metadata.Inverse;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.metadata.ModelTable;
import dev.dataflow.metadata.Reference;
import dev.dataflow.model.ManagedColumn;
import dev.dataflow.model.NodeKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The models and nodes of one instance, found by name. No class of a model is loaded before one of its nodes is asked for.
 * Immutable and thread-safe.
 */
public final class NodeRegistry {

    private final SortedMap<String, ModelModule> models = new TreeMap<>();
    private final SortedMap<String, ModelModule> all;
    private final Map<String, List<String>> bySimpleName = new HashMap<>();

    private final Map<String, String> byGeneratedName = new HashMap<>();
    private final Collection<String> withoutCode;

    private NodeRegistry(SortedMap<String, ModelModule> all, Collection<String> withoutCode) {
        this.all = all;
        this.withoutCode = withoutCode;
    }

    /**
     * A registry of all models of some modules.
     *
     * @param modules what generated code registered
     * @param discovery finds models without generated code
     * @throws DataFlowException DF-002 when no model has generated code and some should, DF-022 when code is stale
     */
    public static NodeRegistry of(Collection<ModelModule> modules, ModelDiscovery discovery) {
        SortedMap<String, ModelModule> all = byName(modules);
        NodeRegistry registry = new NodeRegistry(all, discovery.withoutCode(all.keySet()));
        all.forEach(registry::add);
        discovery.checkFresh(registry.models());
        return registry;
    }

    /**
     * A registry of chosen models only.
     *
     * @param modules what generated code registered
     * @param chosen the models' classes
     * @param discovery finds stale code
     * @throws DataFlowException DF-002 when a class has no generated code, DF-022 when it is stale
     */
    public static NodeRegistry ofChosen(
            Collection<ModelModule> modules, Collection<Class<?>> chosen, ModelDiscovery discovery) {
        SortedMap<String, ModelModule> all = byName(modules);
        NodeRegistry registry = new NodeRegistry(all, List.of());
        List<Class<?>> missing = new ArrayList<>();
        for (Class<?> type : chosen) {
            String name = type.getCanonicalName();
            ModelModule module = name == null ? null : all.get(name);
            if (module == null) {
                missing.add(type);
            } else {
                registry.add(name, module);
            }
        }
        if (!missing.isEmpty()) {
            throw ModelDiscovery.missing(missing);
        }
        discovery.checkFresh(registry.models());
        return registry;
    }

    private static SortedMap<String, ModelModule> byName(Collection<ModelModule> modules) {
        SortedMap<String, ModelModule> all = new TreeMap<>();
        modules.forEach(module -> module.models().forEach(model -> all.putIfAbsent(model, module)));
        return all;
    }

    /** The qualified names of the models, sorted. */
    public List<String> models() {
        return List.copyOf(models.keySet());
    }

    /**
     * A node by name.
     *
     * @param name its class name, such as {@code OrderCreateNode}, or {@code shop.OrderCreateNode}
     * @param scope what it runs in
     * @return the node
     * @throws DataFlowException DF-002 for a model without generated code, DF-017 for an unknown name, DF-018 for a short
     *     one that several models share, DF-021 when the generated code does not fit the runtime
     */
    public Node node(String name, NodeScope scope) {
        for (NodeKind kind : NodeKind.values()) {
            String suffix = kind.nodeName("");
            if (!name.endsWith(suffix)) {
                continue;
            }
            String model = name.substring(0, name.length() - suffix.length());
            List<String> qualified = byGeneratedName.containsKey(model)
                    ? List.of(byGeneratedName.get(model))
                    : bySimpleName.getOrDefault(model, List.of());
            if (qualified.size() > 1) {
                throw new DataFlowException(new Problem(
                        ErrorCode.NODE_AMBIGUOUS,
                        "several models have a node " + name,
                        "they are " + String.join(", ", qualified),
                        "write the qualified name, such as " + generatedName(qualified.get(0)) + suffix));
            }
            if (qualified.size() == 1) {
                return node(qualified.get(0), kind, scope);
            }
        }
        throw unknown(name);
    }

    /**
     * The model of a generated table.
     *
     * @param table the table
     * @return its metadata
     * @throws DataFlowException DF-017 when it is of none of this instance's models
     */
    public ModelMetadata<?, ?, ?, ?> metadata(ModelTable<?> table) {
        String name = table.getClass().getName();
        for (String model : models.keySet()) {
            if ((generatedName(model) + "Table").equals(name)) {
                return metadata(model);
            }
        }
        throw unknown(name);
    }

    /** The tables of its models whose rows belong to tenants. */
    public List<ModelTable<?>> tenantTables() {
        List<ModelTable<?>> tables = new ArrayList<>();
        for (String model : models.keySet()) {
            ModelMetadata<?, ?, ?, ?> metadata = metadata(model);
            if (metadata.managed(ManagedColumn.TENANT_ID) >= 0) {
                tables.add(metadata.table());
            }
        }
        return tables;
    }

    /** Whether rows of a tenant's table point to rows that all tenants share. */
    public boolean referencesShared(ModelTable<?> table) {
        return metadata(table).definition().references().stream()
                .map(Reference::target)
                .anyMatch(target -> has(target) && metadata(target).managed(ManagedColumn.TENANT_ID) < 0);
    }

    /** Whether a model is one of this instance. */
    boolean has(String model) {
        return models.containsKey(model);
    }

    /** The metadata of a model of this instance or, when it is of none, of its modules; null when those do not have it. */
    @Nullable
    ModelMetadata<?, ?, ?, ?> found(String model) {
        ModelModule module = all.get(model);
        return module == null ? null : fitting(model, module, each -> each.metadata(model));
    }

    /** The metadata of a model, which is loaded by it. */
    ModelMetadata<?, ?, ?, ?> metadata(String model) {
        return fitting(model, models.get(model), module -> module.metadata(model));
    }

    /** The relations back between its models. */
    List<Inverse> inverses() {
        return models.values().stream()
                .distinct()
                .flatMap(module -> module.inverses().stream()
                        .filter(inverse -> module == models.get(inverse.model()) && has(inverse.target())))
                .toList();
    }

    private Node node(String model, NodeKind kind, NodeScope scope) {
        return fitting(model, models.get(model), module -> module.node(model, kind, scope));
    }

    private static <T> T fitting(String model, ModelModule module, Function<ModelModule, T> use) {
        try {
            return use.apply(module);
        } catch (ExceptionInInitializerError e) {
            throw e; // not a matter of versions
        } catch (LinkageError e) {
            throw new DataFlowException(ModelModules.unfit(model, String.valueOf(e)), e, false);
        }
    }

    private DataFlowException unknown(String name) {
        for (String model : withoutCode) {
            String plain = "_" + model.replace('.', '_'); // what stands before a nested model's name may be a class
            for (NodeKind kind : NodeKind.values()) {
                if (kind.nodeName(plain).endsWith("_" + name.replace('.', '_'))) {
                    return new DataFlowException(MissingCode.of(List.of(model)));
                }
            }
        }
        List<String> known = new ArrayList<>();
        for (String simple : bySimpleName.keySet()) {
            for (NodeKind kind : NodeKind.values()) {
                known.add(kind.nodeName(simple));
            }
        }
        return new DataFlowException(new Problem(
                ErrorCode.NODE_UNKNOWN,
                "there is no node " + name,
                models.isEmpty() ? "this instance has no models" : "this instance has the models " + models(),
                models.isEmpty()
                        ? "put annotated and processed models on the class path, or name them in models(…)"
                        : NearestName.suggest(name, known)));
    }

    private void add(String model, ModelModule module) {
        if (models.putIfAbsent(model, module) == null) {
            String generated = generatedName(model);
            byGeneratedName.put(generated, model);
            String simple = generated.substring(generated.lastIndexOf('.') + 1);
            bySimpleName.computeIfAbsent(simple, ignored -> new ArrayList<>()).add(model);
        }
    }

    private String generatedName(String model) {
        return models.get(model).generatedName(model);
    }
}
