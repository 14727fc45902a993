package dev.dataflow.node;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A unit of work with a name, whose inputs and outputs are maps. Workflows and other languages use this face. */
public interface Node {

    /** The node's class name without its package, such as {@code OrderCreateNode}. */
    String name();

    /**
     * Runs the node.
     *
     * @param input values by key, in snake_case or as the component is named
     * @return values by key, in snake_case
     */
    Map<String, @Nullable Object> run(Map<String, ?> input);
}
