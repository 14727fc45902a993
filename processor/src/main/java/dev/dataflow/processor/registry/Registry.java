package dev.dataflow.processor.registry;

import com.palantir.javapoet.ClassName;
import dev.dataflow.processor.emit.Output;
import dev.dataflow.processor.name.Hash;
import dev.dataflow.processor.read.ModelReader;
import dev.dataflow.processor.read.ShapeReader;
import dev.dataflow.processor.write.RuntimeTypes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Writes the module class of a source set, the service entry that finds it, and the index of its models. */
public final class Registry {

    private static final String SERVICE = "META-INF/services/" + RuntimeTypes.MODEL_MODULE.canonicalName();

    private final Elements elements;
    private final ShapeReader shapes;
    private final Output output;
    private final ModelIndex index;
    private final Optional<String> name;

    /**
     * A registry.
     *
     * @param elements the compiler's elements
     * @param shapes reads models' shapes
     * @param output where to write
     * @param name what the module class is named by; empty: by its models
     */
    public Registry(Elements elements, ShapeReader shapes, Output output, Optional<String> name) {
        this.elements = elements;
        this.shapes = shapes;
        this.output = output;
        this.index = new ModelIndex(output);
        this.name = name;
    }

    /**
     * All models of the source set: those compiled now, and those an earlier compile left in the output folder, as a
     * partial compile sees only some.
     */
    public List<String> models(Set<String> compiled) {
        return Stream.concat(compiled.stream(), index.read().keySet().stream())
                .distinct()
                .filter(name -> type(name).isPresent())
                .sorted()
                .toList();
    }

    /**
     * Writes the registry of models.
     *
     * @param names all of them
     * @param compiled those compiled now
     */
    public void write(List<String> names, Set<String> compiled) {
        KnownModels known = new KnownModels(elements, names);
        List<ModelName> models = names.stream()
                .flatMap(name -> type(name).stream()
                        .flatMap(type -> known.find(name).stream().map(model -> ModelName.of(type, model))))
                .toList();
        ClassName module = ClassName.get(
                models.get(0).nodes().packageName(),
                "Models_" + name.orElseGet(() -> Hash.of(String.join("\n", names))));
        output.source(new ModuleWriter(models).write(module));
        output.resource(SERVICE, module.canonicalName() + "\n");
        index.write(names, shapes(names, compiled));
    }

    /** A model that is not compiled now keeps the shape its code was generated from, whatever its class is by now. */
    private Map<String, String> shapes(List<String> names, Set<String> compiled) {
        Map<String, String> known = index.read();
        for (String name : names) {
            if (compiled.contains(name) || known.getOrDefault(name, "").isEmpty()) {
                type(name).ifPresent(model -> known.put(name, shapes.shape(model)));
            }
        }
        return known;
    }

    private Optional<TypeElement> type(String model) {
        return Optional.ofNullable(elements.getTypeElement(model)).filter(ModelReader::isModel);
    }
}
