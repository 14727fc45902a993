package dev.dataflow.node;

/** What nodes run in: a {@code DataFlow} instance, a view of one, or a transaction. Only the runtime implements it. */
public interface NodeScope {

    /** For nodes: the runtime behind the scope. */
    NodeContext context();
}
