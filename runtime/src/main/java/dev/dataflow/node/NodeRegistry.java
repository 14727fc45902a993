package dev.dataflow.node;

import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.NearestName;
import dev.dataflow.error.Problem;
import dev.dataflow.model.NodeKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The models and nodes of one instance, found by name. No class of a model is loaded before one of its nodes is asked for.
 * Immutable and thread-safe.
 */
public final class NodeRegistry {

    private final SortedMap<String, ModelModule> models = new TreeMap<>();
    private final Map<String, List<String>> bySimpleName = new HashMap<>();

    /**
     * A registry of all models of some modules.
     *
     * @param modules what generated code registered
     */
    public NodeRegistry(Collection<ModelModule> modules) {
        for (ModelModule module : modules) {
            for (String model : module.models()) {
                add(model, module);
            }
        }
    }

    /**
     * A registry of chosen models only.
     *
     * @param modules what generated code registered
     * @param chosen the models' classes
     * @throws DataFlowException DF-002 when a class has no generated code
     */
    public NodeRegistry(Collection<ModelModule> modules, Collection<Class<?>> chosen) {
        Map<String, ModelModule> all = new HashMap<>();
        modules.forEach(module -> module.models().forEach(model -> all.putIfAbsent(model, module)));
        for (Class<?> type : chosen) {
            String name = type.getCanonicalName();
            ModelModule module = all.get(name);
            if (module == null) {
                throw new DataFlowException(new Problem(
                        ErrorCode.MODEL_NOT_GENERATED,
                        type.getName() + " has no generated code",
                        "it is not annotated @Model, or the annotation processor did not run where it was compiled",
                        "annotate it, add dataflow-processor to the compiler's annotation processor path, and rebuild;"
                                + " javac 23 and newer run no processor unless told (-proc:full)"));
            }
            add(name, module);
        }
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
     * @throws DataFlowException DF-017 for an unknown name, DF-018 for a short one that several models share
     */
    public Node node(String name, NodeScope scope) {
        for (NodeKind kind : NodeKind.values()) {
            String suffix = kind.nodeName("");
            if (!name.endsWith(suffix)) {
                continue;
            }
            String model = name.substring(0, name.length() - suffix.length());
            List<String> qualified =
                    bySimpleName.getOrDefault(model, models.containsKey(model) ? List.of(model) : List.of());
            if (qualified.size() > 1) {
                throw new DataFlowException(new Problem(
                        ErrorCode.NODE_AMBIGUOUS,
                        "several models have a node " + name,
                        "they are " + String.join(", ", qualified),
                        "write the qualified name, such as " + qualified.get(0) + suffix));
            }
            if (qualified.size() == 1) {
                return models.get(qualified.get(0)).node(qualified.get(0), kind, scope);
            }
        }
        throw unknown(name);
    }

    private DataFlowException unknown(String name) {
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
            String simple = model.substring(model.lastIndexOf('.') + 1);
            bySimpleName.computeIfAbsent(simple, ignored -> new ArrayList<>()).add(model);
        }
    }
}
