package dev.dataflow.node;

import dev.dataflow.metadata.Draft;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.metadata.Patch;
import dev.dataflow.model.NodeKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Deletes one row.
 *
 * @param <M> the model
 * @param <K> its key, boxed
 * @param <D> its draft
 * @param <P> its patch
 */
public non-sealed class DeleteNode<M, K, D extends Draft, P extends Patch<P>> extends ModelNode<M, K, D, P> {

    /** For generated code: a node in a scope. */
    protected DeleteNode(NodeScope scope, ModelMetadata<M, K, D, P> metadata) {
        super(scope, metadata, NodeKind.DELETE);
    }

    /**
     * Deletes a row.
     *
     * @param id its key
     * @return whether there was one
     * @throws dev.dataflow.error.ForeignKeyViolationException when another row references it
     */
    public final boolean delete(K id) {
        K key = Refusal.whole(metadata(), id);
        return session()
                        .update(
                                statements().delete(metadata(), 1, false),
                                new KeyArguments<>(metadata(), List.of(key)),
                                context().stamp())
                > 0;
    }

    @Override
    public final Map<String, @Nullable Object> run(Map<String, ?> input) {
        KeyInput<K> keys = new KeyInput<>(metadata());
        new Input(name(), input, keys.and());
        K id = keys.in(input);
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("id", metadata().key().export(id));
        result.put("deleted", delete(id));
        return result;
    }
}
