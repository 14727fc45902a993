package dev.dataflow.processor.model;

import com.palantir.javapoet.ClassName;
import dev.dataflow.model.NodeKind;

/**
 * The names of a model's generated classes.
 *
 * @param packageName the package of the model
 * @param prefix what all of them start with: the model's simple name
 */
public record GeneratedNames(String packageName, String prefix) {

    /** The jOOQ table. */
    public ClassName table() {
        return named("Table");
    }

    /** The metadata: within the nodes, since javac takes longer for each file more. */
    public ClassName metadata() {
        return nodes().nestedClass(prefix + "Metadata");
    }

    /** The draft. */
    public ClassName draft() {
        return named("Draft");
    }

    /** The patch. */
    public ClassName patch() {
        return named("Patch");
    }

    /** The class of a composite key. */
    public ClassName key() {
        return named("Key");
    }

    /** All nodes on one scope. */
    public ClassName nodes() {
        return named("Nodes");
    }

    /** A node. */
    public ClassName node(NodeKind kind) {
        return ClassName.get(packageName, kind.nodeName(prefix));
    }

    private ClassName named(String suffix) {
        return ClassName.get(packageName, prefix + suffix);
    }
}
