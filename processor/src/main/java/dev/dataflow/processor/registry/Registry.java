package dev.dataflow.processor.registry;

import com.palantir.javapoet.ClassName;
import dev.dataflow.model.Hash;
import dev.dataflow.processor.emit.Output;
import dev.dataflow.processor.emit.SourceFile;
import dev.dataflow.processor.emit.SourceText;
import dev.dataflow.processor.read.ModelReader;
import dev.dataflow.processor.read.ShapeReader;
import dev.dataflow.processor.write.RuntimeTypes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Writes the module classes of a source set, the service entry that finds them, and the index of its models. */
public final class Registry {

    private static final String SERVICE = "META-INF/services/" + RuntimeTypes.MODEL_MODULE.canonicalName();

    private final Elements elements;
    private final ModelReader reader;
    private final ShapeReader shapes;
    private final Output output;
    private final ModelIndex index;
    private final Optional<String> name;
    private final Set<String> listed = new HashSet<>();
    private final List<String> modules = new ArrayList<>();

    /**
     * A registry.
     *
     * @param elements the compiler's elements
     * @param reader reads models
     * @param shapes reads models' shapes
     * @param output where to write
     * @param name what the module class is named by; empty: by its models
     */
    public Registry(Elements elements, ModelReader reader, ShapeReader shapes, Output output, Optional<String> name) {
        this.elements = elements;
        this.reader = reader;
        this.shapes = shapes;
        this.output = output;
        this.index = new ModelIndex(output);
        this.name = name;
    }

    /**
     * All models of the source set: those compiled now, and those an earlier compile left in the output folder, as a
     * partial compile sees only some.
     */
    public KnownModels known(Set<String> compiled) {
        return new KnownModels(elements, reader, models(compiled));
    }

    private List<String> models(Set<String> compiled) {
        return Stream.concat(compiled.stream(), index.read().keySet().stream())
                .distinct()
                .filter(name -> type(name).isPresent())
                .sorted()
                .toList();
    }

    /**
     * Writes a module class for the models that none has yet. Models that other processors generate come in later rounds,
     * and then are in a module of their own.
     *
     * @param known the models of the source set
     * @param waiting those of them whose code is not generated in this round
     */
    public void writeModule(KnownModels known, Set<String> waiting) {
        List<String> names = known.names().stream()
                .filter(name -> !waiting.contains(name) && !listed.contains(name))
                .toList();
        List<ModelName> models = names.stream()
                .flatMap(name -> known.find(name).stream())
                // of a model that generated code cannot name there is none
                .filter(model -> model.source().visible())
                .map(ModelName::of)
                .toList();
        if (models.isEmpty()) {
            return;
        }
        listed.addAll(names);
        ClassName module = ClassName.get(
                models.get(0).nodes().packageName(),
                "Models_"
                        + name.or(() -> declaredModule(names))
                                .map(this::numbered)
                                .orElseGet(() -> Hash.of(String.join("\n", names))));
        SourceFile file = new ModuleWriter(models).write(module);
        output.source(SourceText.of(file, output.importsLanguage(file.packageName())));
        modules.add(module.canonicalName());
    }

    /**
     * Writes what finds the modules, and the index of all models, when nothing more is generated.
     *
     * @param compiled the models compiled now
     */
    public void write(Set<String> compiled) {
        List<String> names = models(compiled);
        output.resource(SERVICE, String.join("\n", modules) + "\n");
        index.write(names, shapes(names, compiled));
    }

    /** The module classes written. */
    public List<String> modules() {
        return List.copyOf(modules);
    }

    /** A module declaration names the class, so the class may not change its name with each new model. */
    private Optional<String> declaredModule(List<String> names) {
        return type(names.get(0))
                .flatMap(model -> DeclaredModule.of(model, elements))
                .map(DeclaredModule::name)
                .map(module -> module.replace('.', '_'));
    }

    private String numbered(String module) {
        return modules.isEmpty() ? module : module + "_" + (modules.size() + 1);
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
