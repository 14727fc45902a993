package dev.dataflow.processor.registry;

import dev.dataflow.processor.model.GeneratedModel;
import dev.dataflow.processor.problem.Findings;
import dev.dataflow.processor.problem.ModelProblem;
import dev.dataflow.processor.problem.Place;
import dev.dataflow.processor.source.AnnotationSource;

/** Each model has a table of its own. */
final class TableCheck implements CrossModelCheck {

    @Override
    public void check(KnownModel model, KnownModels others, Findings findings) {
        AnnotationSource annotation = model.source().model();
        Place place = annotation.has("table")
                ? annotation.place("table")
                : model.source().place();
        others.all().stream()
                .filter(other -> !other.name().equals(model.name()))
                .filter(other -> same(other.model(), model.model()))
                .forEach(other -> findings.report(
                        ModelProblem.TABLE_TWICE, place, model.model().table(), model.name(), other.name()));
    }

    /** Tables of one name in two schemas are two. */
    private static boolean same(GeneratedModel one, GeneratedModel other) {
        String schema = one.schema();
        return one.table().equalsIgnoreCase(other.table())
                && (schema == null ? other.schema() == null : schema.equalsIgnoreCase(other.schema()));
    }
}
