package dev.dataflow.processor.registry;

import dev.dataflow.processor.model.GeneratedModel;
import dev.dataflow.processor.source.ModelSource;

/**
 * A model as checks across models see it.
 *
 * @param source the model in the source, or in a class of an earlier compile
 * @param model what was worked out from it
 */
record KnownModel(ModelSource source, GeneratedModel model) {

    /** Its qualified name. */
    String name() {
        return source.type().canonicalName();
    }

    /** Its name in messages. */
    String simpleName() {
        return String.join(".", source.type().simpleNames());
    }
}
