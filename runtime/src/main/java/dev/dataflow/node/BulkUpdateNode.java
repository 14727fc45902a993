package dev.dataflow.node;

import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.VersionConflictException;
import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.Draft;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.metadata.Patch;
import dev.dataflow.model.ManagedColumn;
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
import java.util.function.Supplier;
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

    private static final List<String> OF_DATA =
            List.of("batch_size", "on_error", "on_progress", VersionInput.ANY_VERSION, VersionInput.ON_CONFLICT);

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
        try {
            long changed = session()
                    .update(call.statement(), call.arguments(), context().stamp());
            return new BulkUpdated(changed, changed);
        } catch (DataFlowException e) {
            throw call.changes().told(metadata(), e);
        }
    }

    /**
     * Gives rows the values of models, by key, in one transaction. Rows that do not exist are left out of the count; of
     * several models with one key the last wins.
     *
     * @param models the rows, read once
     * @param options say how many at a time, and what happens to rows that cannot be written or have another version
     * @return how many rows were given and how many changed, counted as if the rows had been given one by one
     * @throws dev.dataflow.error.VersionConflictException DF-409 when a row has another version than its model; none is
     *     changed
     * @throws dev.dataflow.error.InvalidInputException DF-180 when rows have versions and the model does not surface them
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
        RowVersions versions = how.versions(metadata());
        Stamp stamp = context().stamp();
        ModelRewrite<M, K> rewrite = new ModelRewrite<>(context(), metadata(), stamp, versions);
        return plan.onError() == OnError.CONTINUE || versions == RowVersions.OVERWRITTEN
                ? each(rewrite.rows(models), plan, versions, stamp)
                : recorded(() -> session().atomically(() -> rewrite.update(models, plan)));
    }

    /**
     * Makes all rows live again that match and are deleted softly. What was deleted with them stays deleted.
     *
     * @param query narrows which deleted rows; for all, it must be confirmed
     * @return how many rows live again
     * @throws dev.dataflow.error.UniqueViolationException when a row has a unique value of one by now; none is restored then
     * @throws dev.dataflow.error.ForeignKeyViolationException when one references a row that is deleted
     * @throws dev.dataflow.error.InvalidInputException DF-107 when deleted rows of the model are gone
     */
    public final BulkUpdated restore(Consumer<BulkQuery> query) {
        BulkQuery asked = new BulkQuery();
        query.accept(asked);
        Filter filter = Selection.ofBulk(context(), metadata(), asked);
        long restored = new Restoration<>(context(), metadata()).matching(filter, asked.isLimited(), asked.limit());
        return new BulkUpdated(restored, restored);
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
                new VersionInput<>(metadata())
                        .keysOfRows(
                                "filter",
                                "update",
                                "data",
                                "limit",
                                "confirmed",
                                "batch_size",
                                "on_error",
                                "on_progress",
                                "restore"));
        BulkUpdated done;
        if (values.flag("restore", false)) {
            if (Stream.of("data", "update", "batch_size", "on_error", "on_progress")
                            .anyMatch(values::has)
                    || new VersionInput<>(metadata()).isSaid(values)) {
                throw shape("`restore` stands beside something else than `filter`, `limit` and `confirmed`");
            }
            done = restore(BulkInput.query(values));
        } else if (values.has("data")) {
            if (values.has("filter") || values.has("update") || values.has("limit") || values.has("confirmed")) {
                throw shape("`data` stands beside `filter`, `update`, `limit` or `confirmed`");
            }
            done = each(values);
        } else {
            if (!values.has("update")) {
                throw shape("neither `update` nor `data` is given");
            }
            if (OF_DATA.stream().anyMatch(values::has)) {
                throw shape("`" + String.join("`, `", OF_DATA) + "`: one of them stands beside `update`");
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
        BulkUpdateOptions how = BulkInput.read(values, new BulkUpdateOptions());
        if (values.flag(VersionInput.ANY_VERSION, false)) {
            how.anyVersion();
        }
        ConflictPolicy policy = VersionInput.policy(values);
        if (policy != null) {
            how.onConflict(policy);
        }
        RowVersions versions = how.versions(metadata());
        return each(
                new BulkSource<>(values.maps("data"), (index, row) -> partial(index, row, versions)),
                how.plan(),
                versions,
                context().stamp());
    }

    private BulkUpdated each(BulkSource<?> rows, BulkPlan plan, RowVersions versions, Stamp stamp) {
        RowLoader loader = new RowLoader(context(), metadata(), stamp);
        BulkRewrite<M, K> rewrite = new BulkRewrite<>(context(), metadata(), stamp, loader, versions);
        BulkResult<K> done = recorded(() -> new BulkWrite<>(context(), metadata(), plan, rewrite).run(rows));
        return new BulkUpdated(done.processed(), done.updated(), done.failed(), done.errors());
    }

    private <T> T recorded(Supplier<T> call) {
        try {
            return call.get();
        } catch (VersionConflictException conflict) {
            context().conflicts().add(conflict, ConflictPolicy.Kind.FAIL, false);
            throw conflict;
        }
    }

    private BulkRow partial(long index, Map<String, ?> fields, RowVersions versions) {
        KeyInput<K> keys = new KeyInput<>(metadata());
        Map<String, Object> rest = new LinkedHashMap<>(fields);
        rest.keySet().removeAll(keys.names());
        String where = "data[" + index + "]";
        Long version = new VersionInput<>(metadata()).take(rest, versions, where);
        Changes changes = Changes.of(metadata(), new Fields<>(metadata()).patch(rest, where));
        List<String> computed = changes.computed(metadata());
        if (!computed.isEmpty()) {
            throw shape(computed.get(0) + " stands in row " + index + " of `data`");
        }
        BitSet given = new BitSet();
        changes.list().forEach(change -> given.set(change.column()));
        @Nullable Object[] row = changes.forKey(metadata(), keys.in(fields));
        if (version != null) {
            given.set(metadata().managed(ManagedColumn.VERSION));
            row[metadata().managed(ManagedColumn.VERSION)] = version;
        }
        return new BulkRow(index, row, given);
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
