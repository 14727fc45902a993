package dev.dataflow.processor.registry;

import dev.dataflow.annotations.Collation;
import dev.dataflow.annotations.Column;
import dev.dataflow.annotations.References;
import dev.dataflow.processor.model.GeneratedColumn;
import dev.dataflow.processor.problem.Findings;
import dev.dataflow.processor.problem.ModelProblem;
import dev.dataflow.processor.source.ComponentSource;
import java.util.List;

/** A reference's column is compared as the key it holds: it says so, or says nothing. */
final class ReferenceCollationCheck implements CrossModelCheck {

    @Override
    public void check(KnownModel model, KnownModels others, Findings findings) {
        List<ComponentSource> components = model.source().components();
        for (int i = 0; i < components.size(); i++) {
            ComponentSource component = components.get(i);
            GeneratedColumn column = model.model().columns().get(i);
            component
                    .find(References.class)
                    .flatMap(reference -> reference.text("value"))
                    .flatMap(others::find)
                    .filter(target -> target.model().key().size() == 1)
                    .ifPresent(target -> check(component, column, target, findings));
        }
    }

    private static void check(ComponentSource component, GeneratedColumn own, KnownModel target, Findings findings) {
        GeneratedColumn key = target.model().keyColumns().get(0);
        if (own.collation() != null && !own.collation().equals(key.collation())) {
            findings.report(
                    ModelProblem.REFERENCE_COLLATION,
                    component.has(Collation.class)
                            ? component.place(Collation.class)
                            : component.place(Column.class, "collation"),
                    component.name(),
                    target.simpleName());
        }
    }
}
