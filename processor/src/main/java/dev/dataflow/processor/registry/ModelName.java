package dev.dataflow.processor.registry;

import com.palantir.javapoet.ClassName;
import dev.dataflow.model.ReferenceDescriptor;
import dev.dataflow.processor.model.GeneratedNames;
import java.util.List;
import javax.lang.model.element.TypeElement;

/**
 * A model by name.
 *
 * @param qualified its qualified name
 * @param nodes its generated class of nodes
 * @param inverses its references that have a way back
 */
record ModelName(String qualified, ClassName nodes, List<ReferenceDescriptor> inverses) {

    ModelName(String qualified, ClassName nodes) {
        this(qualified, nodes, List.of());
    }

    static ModelName of(TypeElement type, KnownModel model) {
        ClassName name = ClassName.get(type);
        return new ModelName(
                name.canonicalName(),
                new GeneratedNames(name.packageName(), String.join("_", name.simpleNames())).nodes(),
                model.model().references().stream()
                        .filter(reference -> reference.inverse() != null)
                        .toList());
    }
}
