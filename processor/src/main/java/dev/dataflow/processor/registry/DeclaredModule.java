package dev.dataflow.processor.registry;

import dev.dataflow.processor.problem.Findings;
import dev.dataflow.processor.problem.ModelProblem;
import dev.dataflow.processor.problem.Place;
import dev.dataflow.processor.write.RuntimeTypes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** The module that the models of a source set are declared in. */
public final class DeclaredModule {

    private final ModuleElement module;

    private DeclaredModule(ModuleElement module) {
        this.module = module;
    }

    /** A model's module, when it is in one that has a name. */
    public static Optional<DeclaredModule> of(TypeElement model, Elements elements) {
        return Optional.ofNullable(elements.getModuleOf(model))
                .filter(module -> !module.isUnnamed())
                .map(DeclaredModule::new);
    }

    String name() {
        return module.getQualifiedName().toString();
    }

    /** Reports which of the classes that list the models its declaration does not provide. */
    public void check(List<String> models, Findings findings) {
        String service = RuntimeTypes.MODEL_MODULE.canonicalName();
        Set<String> provided = ElementFilter.providesIn(module.getDirectives()).stream()
                .filter(provides -> provides.getService().getQualifiedName().contentEquals(service))
                .flatMap(provides -> provides.getImplementations().stream())
                .map(found -> found.getQualifiedName().toString())
                .collect(Collectors.toSet());
        if (!provided.containsAll(models)) {
            findings.report(ModelProblem.MODULE_PROVIDES, Place.of(module), name(), service, String.join(", ", models));
        }
    }
}
