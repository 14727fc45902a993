package dev.dataflow.processor.registry;

import dev.dataflow.annotations.References;
import dev.dataflow.processor.model.GeneratedColumn;
import dev.dataflow.processor.problem.Findings;
import dev.dataflow.processor.source.ComponentSource;
import java.util.List;

/** Compares the column of each reference with the one column of the key it holds. */
abstract class ReferencedKeyCheck implements CrossModelCheck {

    @Override
    public final void check(KnownModel model, KnownModels others, Findings findings) {
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

    private void check(ComponentSource component, GeneratedColumn own, KnownModel target, Findings findings) {
        compare(component, own, target.model().keyColumns().get(0), target.simpleName(), findings);
    }

    /**
     * Reports what does not fit.
     *
     * @param component the component with the reference
     * @param own its column
     * @param key the column of the key it holds
     * @param target the simple name of the model whose key that is
     * @param findings where to
     */
    abstract void compare(
            ComponentSource component, GeneratedColumn own, GeneratedColumn key, String target, Findings findings);
}
