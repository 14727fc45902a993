package dev.dataflow.processor.registry;

import dev.dataflow.processor.problem.Findings;
import dev.dataflow.processor.problem.ModelProblem;
import dev.dataflow.processor.problem.Place;
import dev.dataflow.processor.source.AnnotationSource;
import dev.dataflow.processor.source.Argument;
import java.util.List;

/** A table becomes that of one model, and none that is wanted becomes another. */
final class RenamedTableCheck implements CrossModelCheck {

    @Override
    public void check(KnownModel model, KnownModels others, Findings findings) {
        AnnotationSource renamed = model.source().renamedFrom().orElse(null);
        if (renamed == null) {
            return;
        }
        List<KnownModel> neighbours = others.all().stream()
                .filter(other -> !other.name().equals(model.name()))
                .filter(other -> sameSchema(other, model))
                .toList();
        for (Argument argument : renamed.list("value")) {
            String name = (String) argument.value();
            neighbours.stream()
                    .filter(other -> other.model().table().equalsIgnoreCase(name))
                    .findFirst()
                    .ifPresent(other -> report(findings, argument.place(), name, model, other, "is the table of"));
            neighbours.stream()
                    .filter(other -> other.model().renamedFrom().stream().anyMatch(name::equalsIgnoreCase))
                    .findFirst()
                    .ifPresent(
                            other -> report(findings, argument.place(), name, model, other, "is the former table of"));
        }
    }

    private static void report(
            Findings findings, Place place, String name, KnownModel model, KnownModel other, String relation) {
        findings.report(ModelProblem.RENAMED_TABLE, place, name, model.simpleName(), other.simpleName(), relation);
    }

    private static boolean sameSchema(KnownModel one, KnownModel other) {
        String schema = one.model().schema();
        return schema == null
                ? other.model().schema() == null
                : schema.equalsIgnoreCase(other.model().schema());
    }
}
