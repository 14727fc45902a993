package dev.dataflow.processor.check;

import dev.dataflow.processor.model.GeneratedColumn;
import dev.dataflow.processor.model.GeneratedModel;
import dev.dataflow.processor.source.ComponentSource;
import dev.dataflow.processor.source.ModelSource;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is checked: the model as it stands in the source, and what was worked out from it.
 *
 * @param source the source
 * @param model the model
 */
record Subject(ModelSource source, GeneratedModel model) {

    /** The name the model is called by in messages. */
    String name() {
        return String.join(".", source.type().simpleNames());
    }

    /** Its components. */
    List<Component> components() {
        return IntStream.range(0, source.components().size())
                .mapToObj(i -> new Component(
                        source.components().get(i),
                        model.columns().get(i),
                        model.key().contains(i)))
                .toList();
    }

    /** The components that are the key, in order. */
    List<Component> key() {
        return components().stream().filter(Component::key).toList();
    }

    /**
     * A component and its column.
     *
     * @param source the component
     * @param column its column
     * @param key whether it is the key, or a part of it
     */
    record Component(ComponentSource source, GeneratedColumn column, boolean key) {

        String name() {
            return source.name();
        }

        /** Its type as messages call it. */
        String typeName() {
            return source.type().written();
        }
    }
}
