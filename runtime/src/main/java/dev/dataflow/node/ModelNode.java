package dev.dataflow.node;

import dev.dataflow.metadata.Draft;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.metadata.Patch;
import dev.dataflow.model.NodeKind;
import dev.dataflow.statement.StatementFactory;
import dev.dataflow.transaction.Session;

/**
 * What all nodes of a model have. Generated classes extend its subclasses, one per kind. Thread-safe, unless the scope is
 * a transaction.
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
                UpsertNode,
                BulkCreateNode,
                BulkUpdateNode,
                BulkDeleteNode,
                BulkUpsertNode {

    private final NodeContext context;
    private final ModelMetadata<M, K, D, P> metadata;
    private final NodeKind kind;

    ModelNode(NodeScope scope, ModelMetadata<M, K, D, P> metadata, NodeKind kind) {
        this.context = scope.context();
        this.metadata = metadata;
        this.kind = kind;
    }

    @Override
    public final String name() {
        return kind.nodeName(metadata.definition().simpleName());
    }

    final NodeContext context() {
        return context;
    }

    final ModelMetadata<M, K, D, P> metadata() {
        return metadata;
    }

    final Session session() {
        return context.session();
    }

    final StatementFactory statements() {
        return context.statements();
    }
}
