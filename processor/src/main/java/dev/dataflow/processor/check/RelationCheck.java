package dev.dataflow.processor.check;

import dev.dataflow.annotations.References;
import dev.dataflow.processor.check.Subject.Component;
import dev.dataflow.processor.derive.ReferenceDeriver;
import dev.dataflow.processor.problem.Findings;
import dev.dataflow.processor.problem.ModelProblem;
import dev.dataflow.processor.problem.Place;
import dev.dataflow.processor.source.AnnotationSource;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.SourceVersion;

/** The names of relations: none is a component's or another relation's. */
final class RelationCheck implements ModelCheck {

    @Override
    public void check(Subject subject, Findings findings) {
        Map<String, String> relations = new HashMap<>();
        for (Component component : subject.components()) {
            component.source().find(References.class).ifPresent(reference -> {
                String relation = ReferenceDeriver.relation(component.name());
                String other = relations.putIfAbsent(relation, component.name());
                if (other != null) {
                    findings.report(
                            ModelProblem.RELATION_NAME,
                            component.source().place(),
                            relation,
                            "the relation of component `" + other + "`");
                }
                free(relation, component.source().place(), findings);
                subject.components().stream()
                        .filter(second -> !second.name().equals(component.name()) && isNamed(second, relation))
                        .forEach(second -> findings.report(
                                ModelProblem.RELATION_NAME,
                                component.source().place(),
                                relation,
                                "component `" + second.name() + "`"));
                configuration(component, reference, findings);
                reference.name("inverse").ifPresent(inverse -> free(inverse, reference.place("inverse"), findings));
                reference
                        .name("inverse")
                        .filter(inverse -> !SourceVersion.isName(inverse) || inverse.startsWith("$"))
                        .ifPresent(inverse ->
                                findings.report(ModelProblem.INVERSE_FORM, reference.place("inverse"), inverse));
            });
        }
    }

    /** What works, but not as it was meant. */
    private static void configuration(Component component, AnnotationSource reference, Findings findings) {
        boolean setNull = reference
                .text("onDelete")
                .filter(References.OnDelete.SET_NULL.name()::equals)
                .isPresent();
        if (setNull && !component.column().nullable()) {
            findings.report(ModelProblem.SET_NULL_OF_REQUIRED, reference.place("onDelete"), component.name());
        }
        reference
                .name("inverse")
                .filter(inverse -> SourceVersion.isName(inverse) && !inverse.startsWith("$"))
                .filter(inverse -> Character.isUpperCase(inverse.codePointAt(0)) || inverse.indexOf('_') >= 0)
                .ifPresent(
                        inverse -> findings.report(ModelProblem.INVERSE_NAMING, reference.place("inverse"), inverse));
    }

    private static void free(String relation, Place place, Findings findings) {
        if (ReservedNameCheck.IN_MAPS.contains(relation)) {
            findings.report(ModelProblem.RELATION_NAME, place, relation, "a key of the maps that nodes give out");
        }
    }

    private static boolean isNamed(Component component, String name) {
        return component.name().equals(name) || component.column().column().equals(name);
    }
}
