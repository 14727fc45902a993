package dev.dataflow.processor.registry;

import com.palantir.javapoet.ClassName;
import dev.dataflow.processor.emit.Output;
import dev.dataflow.processor.name.Hash;
import dev.dataflow.processor.read.ModelReader;
import dev.dataflow.processor.write.RuntimeTypes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Writes the module class of a source set, the service entry that finds it, and the index of its models. */
public final class Registry {

    private static final String INDEX = "META-INF/dataflow/models.index";
    private static final String SERVICE = "META-INF/services/" + RuntimeTypes.MODEL_MODULE.canonicalName();

    private final Elements elements;
    private final Output output;
    private final Optional<String> name;

    /**
     * A registry.
     *
     * @param elements the compiler's elements
     * @param output where to write
     * @param name what the module class is named by; empty: by its models
     */
    public Registry(Elements elements, Output output, Optional<String> name) {
        this.elements = elements;
        this.output = output;
        this.name = name;
    }

    /**
     * All models of the source set: those compiled now, and those an earlier compile left in the output folder, as a
     * partial compile sees only some.
     */
    public List<String> models(Set<String> compiled) {
        return Stream.concat(compiled.stream(), output.lines(INDEX).stream())
                .distinct()
                .filter(name -> type(name).isPresent())
                .sorted()
                .toList();
    }

    /** Writes the registry of models. */
    public void write(List<String> names) {
        List<ModelName> models = names.stream()
                .flatMap(name -> type(name).stream())
                .map(ModelName::of)
                .toList();
        ClassName module = ClassName.get(
                models.get(0).nodes().packageName(),
                "Models_" + name.orElseGet(() -> Hash.of(String.join("\n", names))));
        output.source(new ModuleWriter(models).write(module));
        output.resource(SERVICE, module.canonicalName() + "\n");
        output.resource(INDEX, String.join("\n", names) + "\n");
    }

    private Optional<TypeElement> type(String model) {
        return Optional.ofNullable(elements.getTypeElement(model)).filter(ModelReader::isModel);
    }
}
