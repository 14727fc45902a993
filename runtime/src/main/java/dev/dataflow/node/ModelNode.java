package dev.dataflow.node;

import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import dev.dataflow.metadata.Draft;
import dev.dataflow.metadata.ModelDefinition;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.metadata.Patch;
import dev.dataflow.model.NodeKind;
import dev.dataflow.statement.StatementFactory;
import dev.dataflow.trait.Access;
import dev.dataflow.transaction.Session;
import java.util.Objects;

/**
 * What all nodes of a model have. Generated classes extend its subclasses, one per kind. Thread-safe, unless the scope is
 * a transaction. The subclasses are not abstract, since javac compares all methods of an abstract generic superclass with
 * each other, for each class that extends it.
 *
 * @param <M> the model
 * @param <K> its key, boxed
 * @param <D> its draft
 * @param <P> its patch
 */
public abstract sealed class ModelNode<M, K, D extends Draft, P extends Patch<P>> implements Node
        permits CreateNode,
                ReadNode,
                UpdateNode,
                DeleteNode,
                ListNode,
                CountNode,
                AggregateNode,
                UpsertNode,
                BulkCreateNode,
                BulkUpdateNode,
                BulkDeleteNode,
                BulkUpsertNode {

    private final NodeContext context;
    private final ModelMetadata<M, K, D, P> metadata;
    private final NodeKind kind;
    /** Whether a trait has something against this node in its scope; each call is refused then, before anything else. */
    private final boolean refused;

    ModelNode(NodeScope scope, ModelMetadata<M, K, D, P> metadata, NodeKind kind) {
        this.context = scope.context();
        this.metadata = metadata;
        this.kind = kind;
        this.refused = context.statements().refusal(metadata, access(kind)) != null;
    }

    /**
     * For generated code: the error of a node that {@code @Model(nodes = …)} leaves out.
     *
     * @param model the model
     * @param kind the kind of node asked for
     * @return DF-117
     */
    public static DataFlowException leftOut(ModelMetadata<?, ?, ?, ?> model, NodeKind kind) {
        ModelDefinition<?> definition = model.definition();
        return new DataFlowException(new Problem(
                ErrorCode.NODE_LEFT_OUT,
                "there is no " + kind.nodeName(definition.simpleName()),
                "@Model(nodes = …) of " + definition.name() + " leaves nodes of kind " + kind + " out",
                "add NodeKind." + kind + " to it, or leave nodes out to have all"));
    }

    @Override
    public final String name() {
        return kind.nodeName(metadata.definition().simpleName());
    }

    final NodeContext context() {
        if (refused) {
            throw Objects.requireNonNull(context.statements().refusal(metadata, access(kind)));
        }
        return context;
    }

    final ModelMetadata<M, K, D, P> metadata() {
        return metadata;
    }

    final Session session() {
        return context().session();
    }

    final StatementFactory statements() {
        return context().statements();
    }

    private static Access access(NodeKind kind) {
        return switch (kind) {
            case READ -> Access.KEY;
            case LIST, COUNT, AGGREGATE -> Access.SEARCH;
            default -> Access.WRITE;
        };
    }
}
