package dev.dataflow.processor.check;

import dev.dataflow.processor.check.Subject.Component;
import dev.dataflow.processor.problem.Findings;
import dev.dataflow.processor.problem.ModelProblem;
import dev.dataflow.processor.source.AnnotationSource;
import dev.dataflow.processor.source.Construction.Way;
import dev.dataflow.processor.source.ModelSource;
import java.util.stream.Collectors;

/** The properties of a class: generated code can read each, and make an instance of all. */
final class PropertyCheck implements ModelCheck {

    @Override
    public void check(Subject subject, Findings findings) {
        ModelSource source = subject.source();
        for (Component component : subject.components()) {
            annotations(component, findings);
            if (source.isClass()) {
                access(source, component, findings);
            }
        }
        for (AnnotationSource annotation : source.misplaced()) {
            findings.report(
                    ModelProblem.MISPLACED,
                    annotation.place(),
                    simpleName(annotation),
                    annotation.place().element());
        }
        if (source.isClass() && source.instantiable()) {
            construction(subject, findings);
        }
    }

    private static void annotations(Component component, Findings findings) {
        for (AnnotationSource annotation : component.source().contradictions()) {
            findings.report(ModelProblem.CONTRADICTION, annotation.place(), simpleName(annotation), component.name());
        }
    }

    private static void access(ModelSource source, Component component, Findings findings) {
        if (component.source().access().getter() == null
                && source.construction().way() != Way.BUILDER) {
            findings.report(
                    ModelProblem.UNREADABLE, component.source().place(), component.name(), component.typeName());
        }
        if (component.source().access().setter() == null
                && source.construction().bySetters()) {
            findings.report(
                    ModelProblem.UNWRITABLE, component.source().place(), component.name(), component.typeName());
        }
    }

    private static void construction(Subject subject, Findings findings) {
        String properties = subject.source().components().stream()
                .map(component -> component.type().written() + " " + component.name())
                .collect(Collectors.joining(", "));
        switch (subject.source().construction().way()) {
            case CONSTRUCTOR, SETTERS -> {}
            case BUILDER ->
                findings.report(ModelProblem.ONLY_BUILDER, subject.source().place(), subject.name());
            case NAMELESS ->
                findings.report(
                        ModelProblem.NO_CONSTRUCTOR,
                        subject.source().place(),
                        subject.name(),
                        properties,
                        "compile the class with javac's option -parameters, as its class file does not name the"
                                + " parameters of its constructor");
            case NONE ->
                findings.report(
                        ModelProblem.NO_CONSTRUCTOR,
                        subject.source().place(),
                        subject.name(),
                        properties,
                        "add one of them, not private and without checked exceptions, or make it a record");
        }
    }

    private static String simpleName(AnnotationSource annotation) {
        return annotation.type().substring(annotation.type().lastIndexOf('.') + 1);
    }
}
