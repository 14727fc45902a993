package dev.dataflow.processor.registry;

import dev.dataflow.annotations.References;
import dev.dataflow.model.ReferenceDescriptor;
import dev.dataflow.processor.problem.Findings;
import dev.dataflow.processor.problem.ModelProblem;
import dev.dataflow.processor.source.AnnotationSource;
import dev.dataflow.processor.source.ComponentSource;
import java.util.stream.Stream;

/** The name of a way back is free in the model it leads from. */
final class InverseCheck implements CrossModelCheck {

    @Override
    public void check(KnownModel model, KnownModels others, Findings findings) {
        for (ComponentSource component : model.source().components()) {
            component
                    .find(References.class)
                    .ifPresent(reference -> reference
                            .name("inverse")
                            .ifPresent(inverse -> others.find(
                                            reference.text("value").orElse(""))
                                    .flatMap(target -> taken(inverse, target, model, component, others)
                                            .findFirst())
                                    .ifPresent(other -> report(reference, inverse, other, findings))));
        }
    }

    private static Stream<String> taken(
            String inverse, KnownModel target, KnownModel model, ComponentSource component, KnownModels others) {
        Stream<String> components = target.model().columns().stream()
                .filter(column ->
                        column.name().equals(inverse) || column.column().equals(inverse))
                .map(column -> "component `" + column.name() + "` of " + target.simpleName());
        Stream<String> relations = target.model().references().stream()
                .filter(reference -> reference.relation().equals(inverse))
                .map(reference -> "a relation of " + target.simpleName());
        Stream<String> inverses = others.all().stream()
                .flatMap(other -> other.model().references().stream()
                        .filter(reference -> isSame(reference, inverse, target))
                        .filter(reference -> !other.name().equals(model.name()) || !isOf(reference, component, model))
                        .map(reference -> "the way back from " + target.simpleName() + " to " + other.simpleName()));
        return Stream.of(components, relations, inverses).flatMap(found -> found);
    }

    private static boolean isSame(ReferenceDescriptor reference, String inverse, KnownModel target) {
        return inverse.equals(reference.inverse()) && reference.target().equals(target.name());
    }

    private static boolean isOf(ReferenceDescriptor reference, ComponentSource component, KnownModel model) {
        int position = model.source().components().indexOf(component);
        return model.model().columns().get(position).column().equals(reference.column());
    }

    private static void report(AnnotationSource reference, String inverse, String other, Findings findings) {
        findings.report(ModelProblem.RELATION_NAME, reference.place("inverse"), inverse, other);
    }
}
