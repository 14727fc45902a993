package dev.dataflow.node;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.metadata.Draft;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.metadata.Patch;
import dev.dataflow.model.NodeKind;
import dev.dataflow.trait.Stamp;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Creates many rows in one transaction.
 *
 * @param <M> the model
 * @param <K> its key, boxed
 * @param <D> its draft
 * @param <P> its patch
 */
public non-sealed class BulkCreateNode<M, K, D extends Draft, P extends Patch<P>> extends ModelNode<M, K, D, P> {

    /** For generated code: a node in a scope. */
    protected BulkCreateNode(NodeScope scope, ModelMetadata<M, K, D, P> metadata) {
        super(scope, metadata, NodeKind.BULK_CREATE);
    }

    /**
     * Creates rows. Null for a component with a default or a key that is made counts as left out.
     *
     * @param models the rows, read once
     * @param options say how many at a time, what happens to rows that exist, and whether keys are returned
     * @return what was done
     */
    public final BulkResult<K> bulkCreate(Iterable<M> models, Consumer<BulkCreateOptions> options) {
        return create(models.iterator(), options);
    }

    /**
     * Creates rows of a stream, which is read once, a batch at a time, and not closed.
     *
     * @param models the rows
     * @param options as of the other
     * @return as of the other
     */
    public final BulkResult<K> bulkCreate(Stream<M> models, Consumer<BulkCreateOptions> options) {
        return create(models.iterator(), options);
    }

    private BulkResult<K> create(Iterator<M> models, Consumer<BulkCreateOptions> options) {
        BulkCreateOptions how = new BulkCreateOptions();
        options.accept(how);
        Stamp stamp = context().stamp();
        return write(new BulkRows<>(metadata(), stamp).ofModels(models), how.plan(), stamp);
    }

    @Override
    public final Map<String, @Nullable Object> run(Map<String, ?> input) {
        Input values = new Input(
                name(),
                input,
                "data",
                "batch_size",
                "conflict_resolution",
                "conflict_on",
                "return_ids",
                "on_error",
                "on_progress");
        BulkCreateOptions how = BulkInput.read(values, new BulkCreateOptions())
                .onConflict(
                        Conflict.valueOf(values.word("conflict_resolution", "error", List.of("error", "skip", "upsert"))
                                .toUpperCase(Locale.ROOT)))
                .conflictOn(values.names("conflict_on"));
        boolean ids = values.flag("return_ids", false);
        if (ids) {
            how.returnIds();
        }
        Stamp stamp = context().stamp();
        BulkResult<K> result = write(new BulkRows<>(metadata(), stamp).ofMaps(values.maps("data")), how.plan(), stamp);
        return BulkRows.export(metadata(), result, ids);
    }

    private BulkResult<K> write(BulkSource<?> rows, BulkPlan plan, Stamp stamp) {
        if (plan.conflict() == Conflict.ERROR && !plan.conflictColumns().isEmpty()) {
            throw Refusal.of(
                    ErrorCode.OPTION_INVALID,
                    "a conflict key is given, but conflicts are errors",
                    "without a policy the key would do nothing",
                    "choose onConflict(SKIP) or onConflict(UPSERT), or leave the key out");
        }
        return BulkBatch.writing(context(), metadata(), stamp, plan).run(rows);
    }
}
