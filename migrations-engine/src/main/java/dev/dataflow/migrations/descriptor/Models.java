package dev.dataflow.migrations.descriptor;

import dev.dataflow.model.ModelDescriptor;
import dev.dataflow.model.ReferenceDescriptor;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The models that a schema is made for, and those they only point to. Sorted, so that the same models in another order
 * give the same schema.
 *
 * @param registered the models whose tables are wanted, by qualified name
 * @param referenced models that are not registered and that a registered one references, by qualified name
 */
public record Models(Map<String, ModelDescriptor> registered, Map<String, ModelDescriptor> referenced) {

    /**
     * Models whose references all lie among them.
     *
     * @param models the models
     * @throws dev.dataflow.error.SchemaException when one references a model that is not given
     */
    public static Models of(Collection<ModelDescriptor> models) {
        return of(models, name -> Optional.empty());
    }

    /**
     * Reads models, and those they reference.
     *
     * @param names the qualified names of the registered models
     * @param reader where the descriptors come from
     * @throws dev.dataflow.error.SchemaException when one is missing or cannot be understood
     */
    public static Models read(List<String> names, DescriptorReader reader) {
        return of(names.stream().map(reader::read).toList(), reader::find);
    }

    private static Models of(Collection<ModelDescriptor> models, Function<String, Optional<ModelDescriptor>> others) {
        Map<String, ModelDescriptor> registered = new TreeMap<>();
        models.forEach(model -> registered.put(model.name(), model));
        Map<String, ModelDescriptor> referenced = new TreeMap<>();
        for (ModelDescriptor model : registered.values()) {
            for (ReferenceDescriptor reference : model.references()) {
                String target = reference.target();
                if (!registered.containsKey(target) && !referenced.containsKey(target)) {
                    referenced.put(
                            target,
                            others.apply(target)
                                    .orElseThrow(() ->
                                            DescriptorError.unknownTarget(model.name(), reference.column(), target)));
                }
            }
        }
        return new Models(registered, referenced);
    }

    /** The model of a name that a registered model references. */
    public ModelDescriptor target(String name) {
        return find(name).orElseThrow();
    }

    /** A model that is registered, or referenced by one. */
    public Optional<ModelDescriptor> find(String name) {
        ModelDescriptor model = registered.get(name);
        return model != null ? Optional.of(model) : Optional.ofNullable(referenced.get(name));
    }
}
