package dev.dataflow.processor.registry;

import dev.dataflow.annotations.References;
import dev.dataflow.processor.derive.ManagedColumns;
import dev.dataflow.processor.problem.Findings;
import dev.dataflow.processor.problem.ModelProblem;
import dev.dataflow.processor.source.ComponentSource;

/** What all tenants share does not point to what belongs to one. */
final class SharedReferenceCheck implements CrossModelCheck {

    @Override
    public void check(KnownModel model, KnownModels others, Findings findings) {
        if (ManagedColumns.isMultiTenant(model.source())) {
            return;
        }
        for (ComponentSource component : model.source().components()) {
            component
                    .find(References.class)
                    .ifPresent(reference -> others.find(reference.text("value").orElse(""))
                            .filter(target -> ManagedColumns.isMultiTenant(target.source()))
                            .ifPresent(target -> findings.report(
                                    ModelProblem.SHARED_REFERENCE,
                                    reference.place("value"),
                                    component.name(),
                                    model.simpleName(),
                                    target.simpleName())));
        }
    }
}
