package dev.dataflow.node;

import dev.dataflow.metadata.Draft;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.metadata.Patch;
import dev.dataflow.model.ManagedColumn;
import dev.dataflow.model.NodeKind;
import dev.dataflow.statement.Statement;
import dev.dataflow.trait.Stamp;
import dev.dataflow.type.ColumnTypes;
import dev.dataflow.type.RowReader;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows by key.
 *
 * @param <M> the model
 * @param <K> its key, boxed
 * @param <D> its draft
 * @param <P> its patch
 */
public non-sealed class ReadNode<M, K, D extends Draft, P extends Patch<P>> extends ModelNode<M, K, D, P> {

    /** For generated code: a node in a scope. */
    protected ReadNode(NodeScope scope, ModelMetadata<M, K, D, P> metadata) {
        super(scope, metadata, NodeKind.READ);
    }

    /**
     * Reads a row.
     *
     * @param id its key
     * @return the row, when there is one
     */
    public final Optional<M> read(K id) {
        return read(id, context());
    }

    /**
     * Reads a row.
     *
     * @param id its key
     * @param options say whether a row that is deleted softly is read, too
     * @return the row, when there is one
     * @throws dev.dataflow.error.InvalidInputException DF-107 when deleted rows of the model are gone
     */
    public final Optional<M> read(K id, Consumer<ReadOptions> options) {
        return read(id, seeing(options));
    }

    private NodeContext seeing(Consumer<ReadOptions> options) {
        ReadOptions how = new ReadOptions();
        options.accept(how);
        return context().seeing(metadata(), how.includesDeleted());
    }

    private Optional<M> read(K id, NodeContext seen) {
        return Optional.ofNullable(session()
                .single(
                        seen.statements().read(metadata(), false),
                        keys(List.of(Refusal.whole(metadata(), id))),
                        stamp(),
                        metadata()::read));
    }

    /**
     * Reads a row as a record, with what its relations lead to: one statement more for each relation.
     *
     * @param id its key
     * @param projection a record, as {@link ListNode#list(java.util.function.Consumer, Class)} takes it
     * @return the row, when there is one
     * @throws dev.dataflow.error.InvalidInputException DF-106, DF-116 or DF-118 when rows cannot be read into the record
     */
    public final <T> Optional<T> read(K id, Class<T> projection) {
        return read(id, projection, options -> {});
    }

    /**
     * Reads a row as a record, as {@link #read(Object, Class)} does.
     *
     * @param id its key
     * @param projection a record
     * @param options say whether a row that is deleted softly is read, too
     * @return the row, when there is one
     */
    public final <T> Optional<T> read(K id, Class<T> projection, Consumer<ReadOptions> options) {
        return rows(seeing(options))
                .read(Refusal.whole(metadata(), id), context().projections().ofRecord(metadata(), projection));
    }

    /**
     * Reads a row with what the runtime keeps beside it: its version and timestamps, also where the model does not surface
     * them.
     *
     * @param id its key
     * @return the row, when there is one
     */
    public final Optional<WithMeta<M>> readWithMeta(K id) {
        return readWithMeta(id, options -> {});
    }

    /**
     * Reads a row with what the runtime keeps beside it, as {@link #readWithMeta(Object)} does.
     *
     * @param id its key
     * @param options say whether a row that is deleted softly is read, too
     * @return the row, when there is one
     */
    public final Optional<WithMeta<M>> readWithMeta(K id, Consumer<ReadOptions> options) {
        int version = metadata().managed(ManagedColumn.VERSION);
        return Optional.ofNullable(session()
                .single(
                        seeing(options).statements().read(metadata(), true),
                        keys(List.of(Refusal.whole(metadata(), id))),
                        stamp(),
                        row -> new WithMeta<>(
                                metadata().read(row),
                                version < 0 ? 0 : row.int64(metadata().place(version)),
                                instant(row, ManagedColumn.CREATED_AT),
                                instant(row, ManagedColumn.UPDATED_AT),
                                instant(row, ManagedColumn.DELETED_AT))));
    }

    private @Nullable Instant instant(RowReader row, ManagedColumn kind) throws SQLException {
        int column = metadata().managed(kind);
        return column < 0 ? null : row.get(metadata().place(column), ColumnTypes.INSTANT);
    }

    /**
     * Reads several rows, in one statement for up to 4,096 keys; fewer where a composite key has so many parts that the
     * database would not take their values in one.
     *
     * @param ids their keys
     * @return the rows there are, each once, in the order their keys were first given
     */
    public final List<M> readAll(Collection<? extends K> ids) {
        return readAll(ids, options -> {});
    }

    /**
     * Reads several rows, as {@link #readAll(Collection)} does.
     *
     * @param ids their keys
     * @param options say whether rows that are deleted softly are read, too
     * @return the rows there are, each once, in the order their keys were first given
     */
    public final List<M> readAll(Collection<? extends K> ids, Consumer<ReadOptions> options) {
        NodeContext seen = seeing(options);
        KeyIdentity<K> identity = new KeyIdentity<>(context(), metadata());
        Map<Object, K> distinct = distinct(ids, identity);
        List<K> keys = new ArrayList<>(distinct.values());
        List<M> rows = new ArrayList<>();
        int most = rows(seen).mostKeys();
        for (int from = 0; from < keys.size(); from += most) {
            List<K> some = keys.subList(from, Math.min(keys.size(), from + most));
            Statement statement = seen.statements().readAll(metadata(), Chunks.padded(some.size()));
            rows.addAll(session().query(statement, keys(some), stamp(), metadata()::read));
        }
        identity.learn(rows.stream().map(this::key).toList());
        Map<Object, M> found = new HashMap<>();
        rows.forEach(row -> found.put(identity.of(key(row)), row));
        return distinct.keySet().stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * Reads several rows as records, with what their relations lead to.
     *
     * @param ids their keys
     * @param projection a record, as {@link ListNode#list(java.util.function.Consumer, Class)} takes it
     * @return the rows there are, each once, in the order their keys were first given
     * @throws dev.dataflow.error.InvalidInputException DF-106, DF-116 or DF-118 when rows cannot be read into the record
     */
    public final <T> List<T> readAll(Collection<? extends K> ids, Class<T> projection) {
        return readAll(ids, projection, options -> {});
    }

    /**
     * Reads several rows as records, as {@link #readAll(Collection, Class)} does.
     *
     * @param ids their keys
     * @param projection a record
     * @param options say whether rows that are deleted softly are read, too
     * @return the rows there are, each once, in the order their keys were first given
     */
    public final <T> List<T> readAll(Collection<? extends K> ids, Class<T> projection, Consumer<ReadOptions> options) {
        return rows(seeing(options))
                .readAll(
                        List.copyOf(distinct(ids, new KeyIdentity<>(context(), metadata()))
                                .values()),
                        context().projections().ofRecord(metadata(), projection));
    }

    /**
     * The statement {@link #read} runs, and the database's plan of it.
     *
     * @param id a key
     */
    public final Explanation explain(K id) {
        Statement statement = statements().read(metadata(), false);
        return new Explanation(
                statement.sql(), session().explain(statement, keys(List.of(Refusal.whole(metadata(), id))), stamp()));
    }

    @Override
    public final Map<String, @Nullable Object> run(Map<String, ?> input) {
        KeyInput<K> keys = new KeyInput<>(metadata());
        Input values = new Input(name(), input, keys.and("raise_on_not_found", "fields", "include", "include_deleted"));
        K id = keys.in(input);
        boolean raise = values.flag("raise_on_not_found", true);
        NodeContext seen = context().seeing(metadata(), values.flag("include_deleted", false));
        Optional<Map<String, @Nullable Object>> row = rows(seen)
                .read(id, ProjectionInput.read(metadata(), values, context().projections()));
        if (row.isEmpty() && raise) {
            throw Refusal.notFound(metadata());
        }
        Map<String, @Nullable Object> result = row.orElseGet(LinkedHashMap::new);
        result.put("found", row.isPresent());
        return result;
    }

    /** Keys that find different rows. */
    private KeyedRows<K> rows(NodeContext seen) {
        return new KeyedRows<>(seen, metadata());
    }

    private Stamp stamp() {
        return context().stamp();
    }

    private KeyArguments<K> keys(List<K> keys) {
        return new KeyArguments<>(metadata(), keys);
    }

    private K key(M row) {
        return Objects.requireNonNull(metadata().keyOf(row));
    }

    private Map<Object, K> distinct(Collection<? extends K> ids, KeyIdentity<K> identity) {
        ids.forEach(id -> Refusal.whole(metadata(), id));
        identity.learn(ids);
        Map<Object, K> distinct = new LinkedHashMap<>();
        ids.forEach(id -> distinct.putIfAbsent(identity.of(id), id));
        return distinct;
    }
}
