package dev.dataflow.processor.registry;

import com.palantir.javapoet.ClassName;
import dev.dataflow.processor.model.GeneratedNames;
import javax.lang.model.element.TypeElement;

/**
 * A model by name.
 *
 * @param qualified its qualified name
 * @param nodes its generated class of nodes
 */
record ModelName(String qualified, ClassName nodes) {

    static ModelName of(TypeElement type) {
        ClassName name = ClassName.get(type);
        return new ModelName(
                name.canonicalName(),
                new GeneratedNames(name.packageName(), String.join("_", name.simpleNames())).nodes());
    }
}
