package dev.dataflow.processor.registry;

import com.palantir.javapoet.TypeName;
import dev.dataflow.annotations.References;
import dev.dataflow.processor.name.NearestName;
import dev.dataflow.processor.problem.Findings;
import dev.dataflow.processor.problem.ModelProblem;
import dev.dataflow.processor.source.AnnotationSource;
import dev.dataflow.processor.source.ComponentSource;
import dev.dataflow.processor.source.ComponentType;
import dev.dataflow.processor.source.ComponentType.Support;
import java.util.List;

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
                        found -> type(component, found, findings), () -> noModel(target, reference, others, findings));
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

    private static void type(ComponentSource component, KnownModel target, Findings findings) {
        int key = target.model().key();
        if (key < 0) {
            return;
        }
        ComponentType own = component.type();
        ComponentType wanted = target.source().components().get(key).type();
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
