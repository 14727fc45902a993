package dev.dataflow.node;

import dev.dataflow.metadata.Draft;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.metadata.Patch;
import dev.dataflow.model.NodeKind;
import dev.dataflow.query.BulkQuery;
import dev.dataflow.query.Filter;
import dev.dataflow.statement.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Deletes all rows that match.
 *
 * @param <M> the model
 * @param <K> its key, boxed
 * @param <D> its draft
 * @param <P> its patch
 */
public non-sealed class BulkDeleteNode<M, K, D extends Draft, P extends Patch<P>> extends ModelNode<M, K, D, P> {

    /** For generated code: a node in a scope. */
    protected BulkDeleteNode(NodeScope scope, ModelMetadata<M, K, D, P> metadata) {
        super(scope, metadata, NodeKind.BULK_DELETE);
    }

    /**
     * Deletes all rows that match.
     *
     * @param query narrows which rows; for all, it must be confirmed
     * @return how many rows were deleted
     * @throws dev.dataflow.error.ForeignKeyViolationException when another row references one; none is deleted then
     */
    public final BulkDeleted bulkDelete(Consumer<BulkQuery> query) {
        Call call = call(query);
        long deleted =
                session().update(call.statement(), call.arguments(), context().stamp());
        return new BulkDeleted(deleted, deleted);
    }

    /**
     * The statement {@link #bulkDelete} runs, and the database's plan of it. Nothing is deleted.
     *
     * @param query narrows which rows
     */
    public final Explanation explain(Consumer<BulkQuery> query) {
        Call call = call(query);
        return new Explanation(
                call.statement().sql(),
                session().explain(call.statement(), call.arguments(), context().stamp()));
    }

    @Override
    public final Map<String, @Nullable Object> run(Map<String, ?> input) {
        Input values = new Input(name(), input, "filter", "limit", "confirmed");
        BulkDeleted done = bulkDelete(BulkInput.query(values));
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("processed", done.processed());
        result.put("deleted", done.deleted());
        return result;
    }

    private record Call(Statement statement, CallArguments arguments) {}

    private Call call(Consumer<BulkQuery> query) {
        BulkQuery asked = new BulkQuery();
        query.accept(asked);
        Filter filter = Selection.ofBulk(context(), metadata(), asked);
        return new Call(
                statements().deleteAll(metadata(), filter, asked.isLimited(), false),
                new CallArguments(metadata(), List.of(), filter, asked.limit(), 0));
    }
}
