package dev.dataflow.processor.registry;

import dev.dataflow.annotations.References;
import dev.dataflow.processor.derive.ModelDeriver;
import dev.dataflow.processor.read.ModelReader;
import dev.dataflow.processor.source.ComponentSource;
import dev.dataflow.processor.source.ModelSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** The models of a source set and those they refer to, each read once, when asked for. Valid in one round. */
public final class KnownModels {

    private final Elements elements;
    private final ModelReader reader;
    private final List<String> names;
    private final Map<String, Optional<KnownModel>> read = new HashMap<>();

    private final Map<String, Map<String, ComponentSource>> required = new HashMap<>();

    private @Nullable List<KnownModel> all;

    KnownModels(Elements elements, ModelReader reader, Collection<String> names) {
        this.reader = reader;
        this.elements = elements;
        this.names = names.stream().sorted().toList();
    }

    /** Whether a model misses nothing that may yet be generated. */
    public boolean isResolved(TypeElement model) {
        return find(model.getQualifiedName().toString())
                .filter(known -> known.source().unresolved().isEmpty())
                .isPresent();
    }

    /** The names of the source set's models, sorted. */
    List<String> names() {
        return names;
    }

    /** The models of the source set. */
    List<KnownModel> all() {
        if (all == null) {
            all = names.stream().flatMap(name -> find(name).stream()).toList();
        }
        return all;
    }

    /** A model by its qualified name; empty when that is no model. */
    Optional<KnownModel> find(String name) {
        return read.computeIfAbsent(name, missing -> {
            TypeElement type = elements.getTypeElement(missing);
            if (type == null || !ModelReader.isModel(type)) {
                return Optional.empty();
            }
            ModelSource source = reader.read(type);
            return Optional.of(new KnownModel(source, ModelDeriver.derive(source)));
        });
    }

    /** The references of a model that are NOT NULL, by the model they point to. */
    Map<String, ComponentSource> required(KnownModel model) {
        return required.computeIfAbsent(model.name(), missing -> {
            Map<String, ComponentSource> targets = new LinkedHashMap<>();
            List<ComponentSource> components = model.source().components();
            for (int i = 0; i < components.size(); i++) {
                ComponentSource component = components.get(i);
                if (!model.model().columns().get(i).nullable()) {
                    component
                            .find(References.class)
                            .flatMap(reference -> reference.text("value"))
                            .ifPresent(target -> targets.putIfAbsent(target, component));
                }
            }
            return targets;
        });
    }
}
