package dev.dataflow.node;

import dev.dataflow.error.VersionConflictException;
import dev.dataflow.metadata.Draft;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.metadata.Patch;
import dev.dataflow.model.NodeKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
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
        return delete(id, options -> {});
    }

    /**
     * Deletes a row.
     *
     * @param id its key
     * @param options say for which version of the row, and whether it is removed where the model would have it marked; a
     *     conflict can FAIL, or be settled by LAST_WRITER_WINS
     * @return whether there was one
     * @throws dev.dataflow.error.ForeignKeyViolationException when another row references it
     * @throws dev.dataflow.error.VersionConflictException DF-409 when the row has another version; it is kept
     * @throws dev.dataflow.error.InvalidInputException DF-180 when rows have versions and none is said
     */
    public final boolean delete(K id, Consumer<DeleteOptions> options) {
        DeleteOptions said = new DeleteOptions();
        options.accept(said);
        return delete(id, said);
    }

    private boolean delete(K id, DeleteOptions options) {
        VersionRule rule = VersionRule.ofKey(metadata(), options);
        Deletion<K> deletion = Deletion.of(context(), metadata(), options.isHard());
        K key = Refusal.whole(metadata(), id);
        if (deletion.byKey(key, rule.expected())) {
            return true;
        }
        try {
            deletion.checkGone(key, rule.expected());
            return false;
        } catch (VersionConflictException conflict) {
            return context().conflicts().resolve(conflict, rule.policy(), () -> {
                if (rule.policy().kind() == ConflictPolicy.Kind.LAST_WRITER_WINS) {
                    return deletion.byKey(key, ExpectedVersion.ANY);
                }
                throw conflict;
            });
        }
    }

    @Override
    public final Map<String, @Nullable Object> run(Map<String, ?> input) {
        KeyInput<K> keys = new KeyInput<>(metadata());
        VersionInput<K> versions = new VersionInput<>(metadata());
        Input values = new Input(name(), input, versions.keys(keys.and("hard")));
        K id = keys.in(input);
        DeleteOptions options = versions.read(values, new DeleteOptions());
        if (values.flag("hard", false)) {
            options.hard();
        }
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("id", metadata().key().export(id));
        result.put("deleted", delete(id, options));
        return result;
    }
}
