package dev.dataflow.processor.registry;

import com.palantir.javapoet.TypeName;
import dev.dataflow.annotations.References;
import dev.dataflow.processor.model.GeneratedColumn;
import dev.dataflow.processor.name.NearestName;
import dev.dataflow.processor.problem.Findings;
import dev.dataflow.processor.problem.ModelProblem;
import dev.dataflow.processor.source.AnnotationSource;
import dev.dataflow.processor.source.ComponentSource;
import dev.dataflow.processor.source.ComponentType;
import dev.dataflow.processor.source.ComponentType.Support;
import java.util.List;
import java.util.stream.Collectors;

/** A reference points to a model, and is of the type of its key. */
final class ReferenceCheck implements CrossModelCheck {

    @Override
    public void check(KnownModel model, KnownModels others, Findings findings) {
        for (ComponentSource component : model.source().components()) {
            component.find(References.class).ifPresent(reference -> check(component, reference, others, findings));
        }
    }

    private static void check(
            ComponentSource component, AnnotationSource reference, KnownModels others, Findings findings) {
        String target = reference.text("value").orElse("");
        others.find(target)
                .ifPresentOrElse(
                        found -> target(component, reference, found, findings),
                        () -> noModel(target, reference, others, findings));
    }

    private static void noModel(String target, AnnotationSource reference, KnownModels others, Findings findings) {
        List<String> models = others.all().stream().map(KnownModel::simpleName).toList();
        String name = target.substring(target.lastIndexOf('.') + 1);
        findings.report(
                ModelProblem.TARGET_NOT_MODEL,
                reference.place("value"),
                name,
                NearestName.suggest(name, models),
                NearestName.list(models));
    }

    private static void target(
            ComponentSource component, AnnotationSource reference, KnownModel target, Findings findings) {
        List<Integer> key = target.model().key();
        if (key.size() == 1) {
            type(component, target, target.source().components().get(key.get(0)).type(), findings);
        } else if (target.model().isComposite()) {
            findings.report(
                    ModelProblem.REFERENCE_COMPOSITE,
                    reference.place("value"),
                    component.name(),
                    target.simpleName(),
                    target.model().keyColumns().stream()
                            .map(GeneratedColumn::name)
                            .collect(Collectors.joining("`, `")));
        }
    }

    private static void type(ComponentSource component, KnownModel target, ComponentType wanted, Findings findings) {
        ComponentType own = component.type();
        boolean comparable = own.support() == Support.SUPPORTED && wanted.support() == Support.SUPPORTED;
        if (comparable && !boxed(own).equals(boxed(wanted))) {
            findings.report(
                    ModelProblem.REFERENCE_TYPE,
                    component.place(),
                    component.name(),
                    own.written(),
                    target.simpleName(),
                    wanted.written());
        }
    }

    private static TypeName boxed(ComponentType type) {
        return type.name().isPrimitive() ? type.name().box() : type.name();
    }
}
