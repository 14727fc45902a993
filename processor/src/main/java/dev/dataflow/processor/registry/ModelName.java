package dev.dataflow.processor.registry;

import com.palantir.javapoet.ClassName;
import dev.dataflow.model.ReferenceDescriptor;
import dev.dataflow.processor.model.GeneratedNames;
import java.util.List;

/**
 * A model by name.
 *
 * @param qualified its qualified name
 * @param generated the qualified name its generated classes start with: another one, when the model is nested
 * @param nodes its generated class of nodes
 * @param references its references
 */
record ModelName(String qualified, String generated, ClassName nodes, List<ReferenceDescriptor> references) {

    static ModelName of(KnownModel model) {
        GeneratedNames names = model.model().names();
        return new ModelName(
                model.name(),
                ClassName.get(names.packageName(), names.prefix()).canonicalName(),
                names.nodes(),
                model.model().references());
    }
}
