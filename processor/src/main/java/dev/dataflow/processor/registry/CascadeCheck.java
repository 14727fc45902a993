package dev.dataflow.processor.registry;

import dev.dataflow.annotations.References;
import dev.dataflow.processor.derive.ManagedColumns;
import dev.dataflow.processor.problem.Findings;
import dev.dataflow.processor.problem.ModelProblem;
import dev.dataflow.processor.source.ComponentSource;

/** A delete that only marks a row does not remove others. */
final class CascadeCheck implements CrossModelCheck {

    @Override
    public void check(KnownModel model, KnownModels others, Findings findings) {
        if (ManagedColumns.isSoftDeleted(model.source())) {
            return;
        }
        for (ComponentSource component : model.source().components()) {
            component
                    .find(References.class)
                    .filter(reference -> reference
                            .text("onDelete")
                            .filter(References.OnDelete.CASCADE.name()::equals)
                            .isPresent())
                    .ifPresent(reference -> others.find(reference.text("value").orElse(""))
                            .filter(target -> ManagedColumns.isSoftDeleted(target.source()))
                            .ifPresent(target -> findings.report(
                                    ModelProblem.CASCADE_REMOVES,
                                    reference.place("onDelete"),
                                    component.name(),
                                    model.simpleName(),
                                    target.simpleName())));
        }
    }
}
