package dev.dataflow.model;

/** What generated code and the runtime agree on besides the descriptor. */
public final class GeneratedCode {

    /**
     * The version of the agreement: which classes and methods of the runtime generated code uses, and which of its own it
     * has. It is counted up with every change after which code generated before no longer runs; a test
     * compares what generated code uses with a list.
     */
    public static final int CONTRACT = 3;

    /** The list of a source set's models, on the class path: a line each, the qualified name, a space, the shape. */
    public static final String INDEX = "META-INF/dataflow/models.index";

    private GeneratedCode() {}
}
