package dev.dataflow.processor.check;

import dev.dataflow.annotations.Default;
import dev.dataflow.annotations.References;
import dev.dataflow.model.LogicalType;
import dev.dataflow.processor.check.DefaultLiteral.Refusal;
import dev.dataflow.processor.check.Subject.Component;
import dev.dataflow.processor.problem.Findings;
import dev.dataflow.processor.problem.ModelProblem;
import dev.dataflow.processor.source.AnnotationSource;
import java.util.Optional;

/** Defaults: where one makes sense, a literal of the component's type. */
final class DefaultCheck implements ModelCheck {

    @Override
    public void check(Subject subject, Findings findings) {
        for (Component component : subject.components()) {
            component.source().find(Default.class).ifPresent(annotation -> check(component, annotation, findings));
        }
    }

    private static void check(Component component, AnnotationSource annotation, Findings findings) {
        Optional<String> misplaced = misplaced(component);
        LogicalType logical = component.column().logical();
        String literal = component.column().defaultValue();
        if (misplaced.isPresent()) {
            findings.report(ModelProblem.DEFAULT_PLACE, annotation.place(), component.name(), misplaced.get());
        } else if (logical != null && literal != null) {
            Optional<Refusal> refusal = new DefaultLiteral(component.column(), logical).check(literal);
            refusal.ifPresent(reason -> findings.report(
                    ModelProblem.DEFAULT_LITERAL,
                    annotation.place("value"),
                    literal,
                    component.name(),
                    component.typeName(),
                    reason.why(),
                    reason.fix()));
        }
    }

    private static Optional<String> misplaced(Component component) {
        if (component.key()) {
            return Optional.of("it is the key: two rows without one would get the same");
        }
        if (component.column().managed() != null) {
            return Optional.of("it is a managed column, which the runtime fills");
        }
        if (component.source().has(References.class)) {
            return Optional.of("it is a reference: a row with that key need not exist");
        }
        if (component.column().conversion() != null) {
            return Optional.of("it is converted, and no converter runs when the model is compiled");
        }
        LogicalType logical = component.column().logical();
        if (logical != null && (logical == LogicalType.BYTES || logical.isComposite())) {
            return Optional.of("bytes, JSON and lists have no literal");
        }
        return Optional.empty();
    }
}
