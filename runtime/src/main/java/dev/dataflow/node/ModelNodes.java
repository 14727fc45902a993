package dev.dataflow.node;

import dev.dataflow.error.NotFoundException;
import dev.dataflow.metadata.Draft;
import dev.dataflow.metadata.Patch;
import dev.dataflow.query.AggregateQuery;
import dev.dataflow.query.BulkQuery;
import dev.dataflow.query.CountQuery;
import dev.dataflow.query.Group;
import dev.dataflow.query.ListQuery;
import dev.dataflow.query.Page;
import dev.dataflow.query.StreamQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * All nodes of a model in one scope: the base of the generated {@code XNodes} of models that leave no node out. Each method
 * hands on to the node of its name, which says more about it. Thread-safe.
 *
 * @param <M> the model
 * @param <K> its key, boxed
 * @param <D> its draft
 * @param <P> its patch
 */
public class ModelNodes<M, K, D extends Draft, P extends Patch<P>> {

    private final CreateNode<M, K, D, P> create;
    private final ReadNode<M, K, D, P> read;
    private final UpdateNode<M, K, D, P> update;
    private final DeleteNode<M, K, D, P> delete;
    private final ListNode<M, K, D, P> list;
    private final BulkCreateNode<M, K, D, P> bulkCreate;
    private final BulkUpdateNode<M, K, D, P> bulkUpdate;
    private final BulkDeleteNode<M, K, D, P> bulkDelete;
    private final BulkUpsertNode<M, K, D, P> bulkUpsert;
    private final UpsertNode<M, K, D, P> upsert;
    private final CountNode<M, K, D, P> count;
    private final AggregateNode<M, K, D, P> aggregate;

    /** For generated code: the nodes, in the order of their kinds. */
    protected ModelNodes(
            CreateNode<M, K, D, P> create,
            ReadNode<M, K, D, P> read,
            UpdateNode<M, K, D, P> update,
            DeleteNode<M, K, D, P> delete,
            ListNode<M, K, D, P> list,
            BulkCreateNode<M, K, D, P> bulkCreate,
            BulkUpdateNode<M, K, D, P> bulkUpdate,
            BulkDeleteNode<M, K, D, P> bulkDelete,
            BulkUpsertNode<M, K, D, P> bulkUpsert,
            UpsertNode<M, K, D, P> upsert,
            CountNode<M, K, D, P> count,
            AggregateNode<M, K, D, P> aggregate) {
        this.create = create;
        this.read = read;
        this.update = update;
        this.delete = delete;
        this.list = list;
        this.bulkCreate = bulkCreate;
        this.bulkUpdate = bulkUpdate;
        this.bulkDelete = bulkDelete;
        this.bulkUpsert = bulkUpsert;
        this.upsert = upsert;
        this.count = count;
        this.aggregate = aggregate;
    }

    /** Creates a row from a draft. */
    public final M create(Consumer<D> draft) {
        return create.create(draft);
    }

    /** Creates a row from a whole model. */
    public final M create(M model) {
        return create.create(model);
    }

    /** Reads the row with a key. */
    public final Optional<M> read(K id) {
        return read.read(id);
    }

    /** Reads the row with a key as a record. */
    public final <T> Optional<T> read(K id, Class<T> projection) {
        return read.read(id, projection);
    }

    /** Reads the row with a key as a record, as the options say. */
    public final <T> Optional<T> read(K id, Class<T> projection, Consumer<ReadOptions> options) {
        return read.read(id, projection, options);
    }

    /** Reads the row with a key, and what the runtime keeps beside it, such as its version. */
    public final Optional<WithMeta<M>> readWithMeta(K id) {
        return read.readWithMeta(id);
    }

    /** Reads the row with a key, and what the runtime keeps beside it, as the options say. */
    public final Optional<WithMeta<M>> readWithMeta(K id, Consumer<ReadOptions> options) {
        return read.readWithMeta(id, options);
    }

    /** Reads the row with a key, as the options say. */
    public final Optional<M> read(K id, Consumer<ReadOptions> options) {
        return read.read(id, options);
    }

    /** Reads the rows with some keys, as the options say. */
    public final List<M> readAll(Collection<? extends K> ids, Consumer<ReadOptions> options) {
        return read.readAll(ids, options);
    }

    /** Reads the rows with some keys. */
    public final List<M> readAll(Collection<? extends K> ids) {
        return read.readAll(ids);
    }

    /** Reads the rows with some keys as records. */
    public final <T> List<T> readAll(Collection<? extends K> ids, Class<T> projection) {
        return read.readAll(ids, projection);
    }

    /**
     * Changes the row with a key.
     *
     * @throws NotFoundException when there is none
     */
    public final M update(K id, Consumer<P> patch) {
        return update.update(id, patch);
    }

    /** Changes the row with a key, as the options say. */
    public final M update(K id, Consumer<P> patch, Consumer<UpdateOptions> options) {
        return update.update(id, patch, options);
    }

    /** For generated code: changes the row of a model that was read before. */
    protected final M updateFrom(M base, Consumer<P> patch) {
        return update.updateFrom(base, patch);
    }

    /** For generated code: changes the row of a model that was read before, as the options say. */
    protected final M updateFrom(M base, Consumer<P> patch, Consumer<UpdateOptions> options) {
        return update.updateFrom(base, patch, options);
    }

    /**
     * Reads the row with a key and changes it.
     *
     * @throws NotFoundException when there is none
     */
    public final M modify(K id, BiConsumer<M, P> change) {
        return update.modify(id, change);
    }

    /** Reads the row with a key and changes it, as the options say. */
    public final M modify(K id, BiConsumer<M, P> change, Consumer<UpdateOptions> options) {
        return update.modify(id, change, options);
    }

    /** Deletes the row with a key; false when there is none. */
    public final boolean delete(K id) {
        return delete.delete(id);
    }

    /** Deletes the row with a key, as the options say; false when there is none. */
    public final boolean delete(K id, Consumer<DeleteOptions> options) {
        return delete.delete(id, options);
    }

    /**
     * Makes the row with a key live again that is deleted softly.
     *
     * @throws NotFoundException when there is none
     */
    public final M restore(K id) {
        return update.restore(id);
    }

    /** Makes the deleted rows live again that a query finds. */
    public final BulkUpdated restore(Consumer<BulkQuery> query) {
        return bulkUpdate.restore(query);
    }

    /** Removes the rows for good that a query finds and that were deleted softly longer ago than a time. */
    public final BulkDeleted purge(Duration age, Consumer<BulkQuery> query) {
        return bulkDelete.purge(age, query);
    }

    /** Removes the rows for good that a query finds and that were deleted softly before an instant. */
    public final BulkDeleted purge(Instant before, Consumer<BulkQuery> query) {
        return bulkDelete.purge(before, query);
    }

    /** Reads a page of rows. */
    public final Page<M> list(Consumer<ListQuery> query) {
        return list.list(query);
    }

    /** Reads a page of rows as records. */
    public final <T> Page<T> list(Consumer<ListQuery> query, Class<T> projection) {
        return list.list(query, projection);
    }

    /** Reads the first rows. */
    public final Page<M> list() {
        return list.list(query -> {});
    }

    /** Reads all rows that match, a few in memory at a time; to be closed. */
    public final Stream<M> stream(Consumer<StreamQuery> query) {
        return list.stream(query);
    }

    /** Reads all rows that match as records; to be closed. */
    public final <T> Stream<T> stream(Consumer<StreamQuery> query, Class<T> projection) {
        return list.stream(query, projection);
    }

    /** Hands on all rows that match in batches. */
    public final long forEachBatch(Consumer<StreamQuery> query, int size, Consumer<? super List<M>> consumer) {
        return list.forEachBatch(query, size, consumer);
    }

    /** Hands on all rows that match as records, in batches. */
    public final <T> long forEachBatch(
            Consumer<StreamQuery> query, int size, Class<T> projection, Consumer<? super List<T>> consumer) {
        return list.forEachBatch(query, size, projection, consumer);
    }

    /** The statement of a list, and how the database would run it. */
    public final Explanation explain(Consumer<ListQuery> query) {
        return list.explain(query);
    }

    /** Counts rows. */
    public final long count(Consumer<CountQuery> query) {
        return count.count(query);
    }

    /** Counts all rows. */
    public final long count() {
        return count.count(query -> {});
    }

    /** Groups rows, and computes values over each group. */
    public final List<Group> aggregate(Consumer<AggregateQuery> query) {
        return aggregate.aggregate(query);
    }

    /** Creates a row, or changes the one that has its key. */
    public final Upserted<M> upsert(Consumer<D> draft, Consumer<UpsertOptions<P>> options) {
        return upsert.upsert(draft, options);
    }

    /** Changes the rows a query finds. */
    public final BulkUpdated bulkUpdate(Consumer<BulkQuery> query, Consumer<P> patch) {
        return bulkUpdate.bulkUpdate(query, patch);
    }

    /** Writes whole models by their keys. */
    public final BulkUpdated bulkUpdate(Iterable<M> models) {
        return bulkUpdate.bulkUpdate(models, options -> {});
    }

    /** Writes whole models by their keys, as the options say. */
    public final BulkUpdated bulkUpdate(Iterable<M> models, Consumer<BulkUpdateOptions> options) {
        return bulkUpdate.bulkUpdate(models, options);
    }

    /** Writes whole models of a stream by their keys. */
    public final BulkUpdated bulkUpdate(Stream<M> models) {
        return bulkUpdate.bulkUpdate(models, options -> {});
    }

    /** Writes whole models of a stream by their keys, as the options say. */
    public final BulkUpdated bulkUpdate(Stream<M> models, Consumer<BulkUpdateOptions> options) {
        return bulkUpdate.bulkUpdate(models, options);
    }

    /** Deletes the rows a query finds. */
    public final BulkDeleted bulkDelete(Consumer<BulkQuery> query) {
        return bulkDelete.bulkDelete(query);
    }

    /** Deletes the rows a query finds, as the options say. */
    public final BulkDeleted bulkDelete(Consumer<BulkQuery> query, Consumer<DeleteOptions> options) {
        return bulkDelete.bulkDelete(query, options);
    }

    /** Creates a row for each model. */
    public final BulkResult<K> bulkCreate(Iterable<M> models) {
        return bulkCreate.bulkCreate(models, options -> {});
    }

    /** Creates a row for each model, as the options say. */
    public final BulkResult<K> bulkCreate(Iterable<M> models, Consumer<BulkCreateOptions> options) {
        return bulkCreate.bulkCreate(models, options);
    }

    /** Creates a row for each model of a stream. */
    public final BulkResult<K> bulkCreate(Stream<M> models) {
        return bulkCreate.bulkCreate(models, options -> {});
    }

    /** Creates a row for each model of a stream, as the options say. */
    public final BulkResult<K> bulkCreate(Stream<M> models, Consumer<BulkCreateOptions> options) {
        return bulkCreate.bulkCreate(models, options);
    }

    /** Creates a row for each model, or changes the one that has its key. */
    public final BulkResult<K> bulkUpsert(Iterable<M> models) {
        return bulkUpsert.bulkUpsert(models, options -> {});
    }

    /** Creates a row for each model, or changes the one that has its key, as the options say. */
    public final BulkResult<K> bulkUpsert(Iterable<M> models, Consumer<BulkUpsertOptions> options) {
        return bulkUpsert.bulkUpsert(models, options);
    }

    /** Creates a row for each model of a stream, or changes the one that has its key. */
    public final BulkResult<K> bulkUpsert(Stream<M> models) {
        return bulkUpsert.bulkUpsert(models, options -> {});
    }

    /** Creates a row for each model of a stream, or changes the one that has its key, as the options say. */
    public final BulkResult<K> bulkUpsert(Stream<M> models, Consumer<BulkUpsertOptions> options) {
        return bulkUpsert.bulkUpsert(models, options);
    }
}
