package dev.dataflow.processor.check;

import dev.dataflow.annotations.Encrypted;
import dev.dataflow.annotations.Masked;
import dev.dataflow.processor.check.Subject.Component;
import dev.dataflow.processor.problem.Findings;
import dev.dataflow.processor.problem.ModelProblem;
import dev.dataflow.processor.problem.Place;
import dev.dataflow.processor.source.AnnotationSource;
import java.lang.annotation.Annotation;
import java.util.List;

/** Refuses what is in the vocabulary but does nothing yet. */
final class LaterCheck implements ModelCheck {

    private static final List<String> OPTIONS = List.of("auditLog");

    private static final List<Class<? extends Annotation>> ANNOTATIONS = List.of(Encrypted.class, Masked.class);

    /** Whether a component is refused for one of its annotations, so that nothing else need be said of its type. */
    static boolean isRefused(Component component) {
        return ANNOTATIONS.stream().anyMatch(component.source()::has);
    }

    @Override
    public void check(Subject subject, Findings findings) {
        AnnotationSource model = subject.source().model();
        for (String option : OPTIONS) {
            if (model.flag(option)) {
                report(findings, model.place(option), "@Model(" + option + " = true)");
            }
        }
        for (AnnotationSource index : subject.source().indexes()) {
            if (index.name("where").isPresent()) {
                report(findings, index.place("where"), "@Index(where = …)");
            }
        }
        subject.components().forEach(component -> component(component, findings));
    }

    private static void component(Component component, Findings findings) {
        for (Class<? extends Annotation> annotation : ANNOTATIONS) {
            if (component.source().has(annotation)) {
                report(findings, component.source().place(annotation), "@" + annotation.getSimpleName());
            }
        }
    }

    private static void report(Findings findings, Place place, String feature) {
        findings.report(ModelProblem.LATER, place, feature, "leave it out for now");
    }
}
