package dev.dataflow.node;

import dev.dataflow.metadata.Draft;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.metadata.Patch;
import dev.dataflow.model.NodeKind;
import dev.dataflow.trait.Stamp;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Creates many rows, or changes those that exist, in one transaction.
 *
 * @param <M> the model
 * @param <K> its key, boxed
 * @param <D> its draft
 * @param <P> its patch
 */
public non-sealed class BulkUpsertNode<M, K, D extends Draft, P extends Patch<P>> extends ModelNode<M, K, D, P> {

    /** For generated code: a node in a scope. */
    protected BulkUpsertNode(NodeScope scope, ModelMetadata<M, K, D, P> metadata) {
        super(scope, metadata, NodeKind.BULK_UPSERT);
    }

    /**
     * Creates rows, or gives the rows that exist under a key the new values. Of several rows with one key the last wins.
     * Null for a NOT NULL component counts as left out: an existing row keeps its value.
     *
     * @param models the rows, read once
     * @param options say by which key rows are found to exist
     * @return what was done, counted as if the rows had been given one by one
     */
    public final BulkResult<K> bulkUpsert(Iterable<M> models, Consumer<BulkUpsertOptions> options) {
        return upsert(models.iterator(), options);
    }

    /**
     * Does it with a stream of rows, which is read once, a batch at a time, and not closed.
     *
     * @param models the rows
     * @param options as of the other
     * @return as of the other
     */
    public final BulkResult<K> bulkUpsert(Stream<M> models, Consumer<BulkUpsertOptions> options) {
        return upsert(models.iterator(), options);
    }

    private BulkResult<K> upsert(Iterator<M> models, Consumer<BulkUpsertOptions> options) {
        BulkUpsertOptions how = new BulkUpsertOptions();
        options.accept(how);
        Stamp stamp = context().stamp();
        return write(new BulkRows<>(metadata(), stamp).ofModels(models), how.plan(), stamp);
    }

    @Override
    public final Map<String, @Nullable Object> run(Map<String, ?> input) {
        Input values = new Input(
                name(), input, "data", "conflict_on", "conflict_resolution", "batch_size", "on_error", "on_progress");
        BulkUpsertOptions how = BulkInput.read(values, new BulkUpsertOptions()).conflictOn(values.names("conflict_on"));
        if (values.word("conflict_resolution", "update", List.of("update", "skip"))
                .equals("skip")) {
            how.skipExisting();
        }
        Stamp stamp = context().stamp();
        return BulkRows.export(
                metadata(),
                write(new BulkRows<>(metadata(), stamp).ofMaps(values.maps("data")), how.plan(), stamp),
                false);
    }

    private BulkResult<K> write(BulkSource<?> rows, BulkPlan plan, Stamp stamp) {
        return BulkBatch.writing(context(), metadata(), stamp, plan).run(rows);
    }
}
