package dev.dataflow.node;

import dev.dataflow.metadata.Draft;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.metadata.Patch;
import dev.dataflow.model.NodeKind;
import dev.dataflow.trait.Stamp;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Creates one row.
 *
 * @param <M> the model
 * @param <K> its key, boxed
 * @param <D> its draft
 * @param <P> its patch
 */
public non-sealed class CreateNode<M, K, D extends Draft, P extends Patch<P>> extends ModelNode<M, K, D, P> {

    /** For generated code: a node in a scope. */
    protected CreateNode(NodeScope scope, ModelMetadata<M, K, D, P> metadata) {
        super(scope, metadata, NodeKind.CREATE);
    }

    /**
     * Creates a row from a draft.
     *
     * @param draft sets the fields; those with a default may be left out
     * @return the row as stored
     */
    public final M create(Consumer<D> draft) {
        D empty = metadata().newDraft();
        draft.accept(empty);
        Stamp stamp = context().stamp();
        NewRow<M, K, D, P> row = new NewRow<>(metadata(), stamp);
        return metadata().fromValues(insert(row, row.of(empty), stamp));
    }

    /**
     * Creates a row from a model. Null for a component with a default or a key that is made counts as left out.
     *
     * @param model the row; its key must be null, or 0 when primitive, where the database makes it
     * @return the row as stored
     */
    public final M create(M model) {
        Stamp stamp = context().stamp();
        NewRow<M, K, D, P> row = new NewRow<>(metadata(), stamp);
        return metadata().fromValues(insert(row, row.of(model), stamp));
    }

    @Override
    public final Map<String, @Nullable Object> run(Map<String, ?> input) {
        Stamp stamp = context().stamp();
        D draft = new Fields<>(metadata()).draft(input, stamp);
        NewRow<M, K, D, P> row = new NewRow<>(metadata(), stamp);
        return StoredRow.export(metadata(), insert(row, row.of(draft), stamp));
    }

    private @Nullable Object[] insert(NewRow<M, K, D, P> row, @Nullable Object[] values, Stamp stamp) {
        row.check(values);
        return new RowInsert<>(context(), metadata(), stamp).insert(values);
    }
}
