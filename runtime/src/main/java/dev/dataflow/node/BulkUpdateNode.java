package dev.dataflow.node;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.Draft;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.metadata.Patch;
import dev.dataflow.model.NodeKind;
import dev.dataflow.query.BulkQuery;
import dev.dataflow.query.Filter;
import dev.dataflow.statement.Statement;
import dev.dataflow.trait.Stamp;
import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Changes many rows: all that match to the same values, or each to its own.
 *
 * @param <M> the model
 * @param <K> its key, boxed
 * @param <D> its draft
 * @param <P> its patch
 */
public non-sealed class BulkUpdateNode<M, K, D extends Draft, P extends Patch<P>> extends ModelNode<M, K, D, P> {

    /** For generated code: a node in a scope. */
    protected BulkUpdateNode(NodeScope scope, ModelMetadata<M, K, D, P> metadata) {
        super(scope, metadata, NodeKind.BULK_UPDATE);
    }

    /**
     * Changes all rows that match.
     *
     * @param query narrows which rows; for all, it must be confirmed
     * @param patch sets what is to change
     * @return how many rows were changed
     */
    public final BulkUpdated bulkUpdate(Consumer<BulkQuery> query, Consumer<P> patch) {
        P changes = metadata().newPatch();
        patch.accept(changes);
        return update(query, changes);
    }

    private BulkUpdated update(Consumer<BulkQuery> query, P patch) {
        Call call = call(query, patch);
        long changed = call.changes()
                .run(
                        metadata(),
                        () -> session()
                                .update(
                                        call.statement(),
                                        call.arguments(),
                                        context().stamp()));
        return new BulkUpdated(changed, changed);
    }

    /**
     * Gives rows the values of models, by key, in one transaction. Rows that do not exist are left out of the count; of
     * several models with one key the last wins.
     *
     * @param models the rows, read once
     * @param options say how many at a time, and what happens to rows that cannot be written
     * @return how many rows were given and how many changed, counted as if the rows had been given one by one
     */
    public final BulkUpdated bulkUpdate(Iterable<M> models, Consumer<BulkUpdateOptions> options) {
        return update(models.iterator(), options);
    }

    /**
     * Does it with a stream of models, which is read once, a batch at a time, and not closed.
     *
     * @param models the rows
     * @param options as of the other
     * @return as of the other
     */
    public final BulkUpdated bulkUpdate(Stream<M> models, Consumer<BulkUpdateOptions> options) {
        return update(models.iterator(), options);
    }

    private BulkUpdated update(Iterator<M> models, Consumer<BulkUpdateOptions> options) {
        BulkUpdateOptions how = new BulkUpdateOptions();
        options.accept(how);
        BulkPlan plan = how.plan();
        Stamp stamp = context().stamp();
        ModelRewrite<M, K> rewrite = new ModelRewrite<>(context(), metadata(), stamp);
        return plan.onError() == OnError.CONTINUE
                ? each(rewrite.rows(models), plan, stamp)
                : session().atomically(() -> rewrite.update(models, plan));
    }

    /**
     * The statement {@link #bulkUpdate(Consumer, Consumer)} runs, and the database's plan of it. Nothing is changed.
     *
     * @param query narrows which rows
     * @param patch sets what would change
     */
    public final Explanation explain(Consumer<BulkQuery> query, Consumer<P> patch) {
        P changes = metadata().newPatch();
        patch.accept(changes);
        Call call = call(query, changes);
        return new Explanation(
                call.statement().sql(),
                session().explain(call.statement(), call.arguments(), context().stamp()));
    }

    @Override
    public final Map<String, @Nullable Object> run(Map<String, ?> input) {
        Input values = new Input(
                name(),
                input,
                "filter",
                "update",
                "data",
                "limit",
                "confirmed",
                "batch_size",
                "on_error",
                "on_progress");
        BulkUpdated done;
        if (values.has("data")) {
            if (values.has("filter") || values.has("update") || values.has("limit") || values.has("confirmed")) {
                throw shape("`data` stands beside `filter`, `update`, `limit` or `confirmed`");
            }
            done = each(values);
        } else {
            if (!values.has("update")) {
                throw shape("neither `update` nor `data` is given");
            }
            if (values.has("batch_size") || values.has("on_error") || values.has("on_progress")) {
                throw shape("`batch_size`, `on_error` or `on_progress` stands beside `update`");
            }
            done = update(BulkInput.query(values), new Fields<>(metadata()).patch(values.map("update"), "update"));
        }
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("processed", done.processed());
        result.put("updated", done.updated());
        if (values.has("data")) {
            result.put("failed", done.failed());
            result.put("errors", BulkRows.export(done.errors()));
        }
        return result;
    }

    private record Call(Changes changes, Statement statement, CallArguments arguments) {}

    private Call call(Consumer<BulkQuery> query, P patch) {
        BulkQuery asked = new BulkQuery();
        query.accept(asked);
        Changes changes = Changes.of(metadata(), patch);
        if (changes.isEmpty()) {
            throw Refusal.of(
                    ErrorCode.PARAMETER_MISSING,
                    "a bulk update of " + metadata() + " changes nothing",
                    "its patch is empty",
                    "set at least one field");
        }
        Filter filter = Selection.ofBulk(context(), metadata(), asked);
        return new Call(
                changes,
                statements().updateAll(metadata(), filter, changes.list(), asked.isLimited()),
                new CallArguments(metadata(), List.<@Nullable Object[]>of(changes.values()), filter, asked.limit(), 0));
    }

    private BulkUpdated each(Input values) {
        return each(
                new BulkSource<>(values.maps("data"), this::partial),
                BulkInput.read(values, new BulkUpdateOptions()).plan(),
                context().stamp());
    }

    private BulkUpdated each(BulkSource<?> rows, BulkPlan plan, Stamp stamp) {
        RowLoader loader = new RowLoader(context(), metadata(), stamp);
        BulkResult<K> done = new BulkWrite<>(
                        context(), metadata(), plan, new BulkRewrite<>(context(), metadata(), stamp, loader))
                .run(rows);
        return new BulkUpdated(done.processed(), done.updated(), done.failed(), done.errors());
    }

    private BulkRow partial(long index, Map<String, ?> fields) {
        KeyInput<K> keys = new KeyInput<>(metadata());
        Map<String, Object> rest = new LinkedHashMap<>(fields);
        rest.keySet().removeAll(keys.names());
        Changes changes = Changes.of(metadata(), new Fields<>(metadata()).patch(rest, "data[" + index + "]"));
        List<String> computed = changes.computed(metadata());
        if (!computed.isEmpty()) {
            throw shape(computed.get(0) + " stands in row " + index + " of `data`");
        }
        BitSet given = new BitSet();
        changes.list().forEach(change -> given.set(change.column()));
        return new BulkRow(index, changes.forKey(metadata(), keys.in(fields)), given);
    }

    private RuntimeException shape(String what) {
        return Refusal.of(
                ErrorCode.UPDATE_SHAPE,
                "the input of " + name() + " is not a bulk update: " + what,
                "it says either which rows and what changes, or gives rows with their ids",
                "give {\"filter\": {…}, \"update\": {…}}, or {\"data\": [{\""
                        + metadata().key().columns().stream()
                                .map(Column::column)
                                .collect(Collectors.joining("\": …, \""))
                        + "\": …, …}]}");
    }
}
