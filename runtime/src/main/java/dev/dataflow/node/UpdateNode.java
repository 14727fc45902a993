package dev.dataflow.node;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.Draft;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.metadata.Patch;
import dev.dataflow.model.NodeKind;
import dev.dataflow.query.UpdateParser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes one row.
 *
 * @param <M> the model
 * @param <K> its key, boxed
 * @param <D> its draft
 * @param <P> its patch
 */
public non-sealed class UpdateNode<M, K, D extends Draft, P extends Patch<P>> extends ModelNode<M, K, D, P> {

    private static final Logger LOG = LoggerFactory.getLogger(UpdateNode.class);

    /** For generated code: a node in a scope. */
    protected UpdateNode(NodeScope scope, ModelMetadata<M, K, D, P> metadata) {
        super(scope, metadata, NodeKind.UPDATE);
    }

    /**
     * Changes a row.
     *
     * @param id its key
     * @param patch sets what is to change
     * @return the row as stored
     * @throws dev.dataflow.error.NotFoundException when no row has the key
     */
    public final M update(K id, Consumer<P> patch) {
        return update(id, patch, options -> {});
    }

    /**
     * Changes a row.
     *
     * @param id its key
     * @param patch sets what is to change
     * @param options say for which version of the row; a conflict can FAIL, or be settled by LAST_WRITER_WINS
     * @return the row as stored
     * @throws dev.dataflow.error.NotFoundException when no row has the key
     * @throws dev.dataflow.error.VersionConflictException DF-409 when the row has another version; nothing is changed
     * @throws dev.dataflow.error.InvalidInputException DF-180 when rows have versions and none is said
     */
    public final M update(K id, Consumer<P> patch, Consumer<UpdateOptions> options) {
        K key = Refusal.whole(metadata(), id);
        return rowChange()
                .update(
                        key,
                        changes(patch),
                        VersionRule.ofKey(metadata(), said(options)),
                        RowChange.NO_BASE,
                        Returned.model(metadata()));
    }

    /**
     * Changes the row of a model read before.
     *
     * @param base the model
     * @param patch sets what is to change
     * @return the row as stored
     * @throws dev.dataflow.error.NotFoundException when no row has the key
     * @throws dev.dataflow.error.VersionConflictException DF-409 when the row has another version; nothing is changed
     */
    public final M updateFrom(M base, Consumer<P> patch) {
        return updateFrom(base, patch, options -> {});
    }

    /**
     * Changes the row of a model read before.
     *
     * @param base the model
     * @param patch sets what is to change
     * @param options say what is done when somebody else has changed the row since: FAIL unless they say MERGE or
     *     LAST_WRITER_WINS
     * @return the row as stored
     * @throws dev.dataflow.error.NotFoundException when no row has the key
     * @throws dev.dataflow.error.VersionConflictException DF-409 when the row has another version; nothing is changed
     * @throws dev.dataflow.error.InvalidInputException DF-180 when rows have versions and the model does not surface them
     */
    public final M updateFrom(M base, Consumer<P> patch, Consumer<UpdateOptions> options) {
        context().checkOwn(metadata(), base);
        K key = Refusal.whole(metadata(), metadata().keyOf(base));
        return rowChange()
                .update(
                        key,
                        changes(patch),
                        VersionRule.ofBase(metadata(), base, said(options)),
                        column -> metadata().value(base, column),
                        Returned.model(metadata()));
    }

    /**
     * Reads a row, changes it by what it holds, and writes it. A row without versions is kept from others meanwhile, in one
     * transaction; with versions it is not, and the change is made again when somebody else was faster.
     *
     * @param id its key
     * @param change is given the row, and sets what is to change
     * @return the row as stored
     * @throws dev.dataflow.error.NotFoundException when no row has the key
     */
    public final M modify(K id, BiConsumer<M, P> change) {
        return modify(id, change, options -> {});
    }

    /**
     * Reads a row, changes it by what it holds, and writes it.
     *
     * @param id its key
     * @param change is given the row, and sets what is to change; under RETRY it may run several times, so it should do
     *     nothing else
     * @param options say what is done when somebody else was faster: RETRY of up to ten runs unless they say otherwise
     * @return the row as stored
     * @throws dev.dataflow.error.NotFoundException when no row has the key
     * @throws dev.dataflow.error.VersionConflictException DF-409 when the row has another version by then
     * @throws dev.dataflow.error.TransactionConflictException DF-408 when another transaction was in the way of the last run
     */
    public final M modify(K id, BiConsumer<M, P> change, Consumer<UpdateOptions> options) {
        K key = Refusal.whole(metadata(), id);
        ConflictPolicy policy = VersionRule.ofModify(metadata(), said(options));
        Function<M, Changes> changes = row -> changes(patch -> change.accept(row, patch));
        if (ExpectedVersion.isOf(metadata())) {
            return rowChange().modify(key, changes, policy);
        }
        return session()
                .transactional(() -> rowUpdate()
                        .update(
                                key,
                                changes.apply(rowUpdate().lock(key)),
                                ExpectedVersion.ANY,
                                Returned.model(metadata())));
    }

    private Changes changes(Consumer<P> patch) {
        P changes = metadata().newPatch();
        patch.accept(changes);
        return Changes.of(metadata(), changes);
    }

    private static UpdateOptions said(Consumer<UpdateOptions> options) {
        UpdateOptions said = new UpdateOptions();
        options.accept(said);
        return said;
    }

    /**
     * Makes a row live again that is deleted softly. What was deleted with it stays deleted.
     *
     * @param id its key
     * @return the row as stored
     * @throws dev.dataflow.error.NotFoundException when no deleted row has the key
     * @throws dev.dataflow.error.UniqueViolationException when a row has one of its unique values by now
     * @throws dev.dataflow.error.ForeignKeyViolationException when it references a row that is deleted
     * @throws dev.dataflow.error.InvalidInputException DF-107 when deleted rows of the model are gone
     */
    public final M restore(K id) {
        return restore(Refusal.whole(metadata(), id), Returned.model(metadata()));
    }

    private <T> T restore(K key, Returned<T> returned) {
        return new Restoration<>(context(), metadata()).byKey(key, returned);
    }

    private Map<String, @Nullable Object> restored(Map<String, ?> filter) {
        @Nullable Object[] row = restore(key(filter), Returned.values(metadata()));
        Map<String, @Nullable Object> result = StoredRow.export(metadata(), row);
        result.put("updated", true);
        return result;
    }

    @Override
    public final Map<String, @Nullable Object> run(Map<String, ?> input) {
        VersionInput<K> versions = new VersionInput<>(metadata());
        Input values = new Input(name(), input, versions.keysOfUpdate("filter", "fields", "restore"));
        if (values.flag("restore", false)) {
            if (values.has("fields") || !values.has("filter") || versions.isSaid(values)) {
                throw shape("`restore` stands beside something else than `filter`, or without it");
            }
            return restored(values.map("filter"));
        }
        if (!values.has("filter") || !values.has("fields")) {
            throw shape("`filter` or `fields` is missing");
        }
        K key = key(values.map("filter"));
        Map<String, ?> fields = values.map("fields");
        @Nullable Object @Nullable [] base = versions.base(values, key, fields.keySet());
        VersionRule rule = versions.ofUpdate(values, base);
        return fields.keySet().stream().anyMatch(this::isManaged)
                ? session().transactional(() -> update(key, withoutManaged(key, fields), rule, base))
                : update(key, fields, rule, base);
    }

    private Map<String, @Nullable Object> update(
            K key, Map<String, ?> fields, VersionRule rule, @Nullable Object @Nullable [] base) {
        Changes changes = Changes.of(metadata(), new Fields<>(metadata()).patch(fields, "fields"));
        @Nullable
        Object[] row = rowChange()
                .update(
                        key,
                        changes,
                        rule,
                        base == null ? RowChange.NO_BASE : column -> base[column],
                        Returned.values(metadata()));
        Map<String, @Nullable Object> result = StoredRow.export(metadata(), row);
        result.put("updated", !changes.isEmpty());
        return result;
    }

    private boolean isManaged(String field) {
        int position = metadata().position(field);
        return position >= 0 && metadata().columns().get(position).managed() != null;
    }

    private K key(Map<String, ?> filter) {
        KeyInput<K> keys = new KeyInput<>(metadata());
        if (filter.isEmpty() || !keys.names().containsAll(filter.keySet())) {
            throw shape(
                    "`filter` holds something else than the key `" + String.join("`, `", keyNames(Column::name)) + "`");
        }
        return keys.in(filter);
    }

    private List<String> keyNames(Function<Column<?>, String> name) {
        return metadata().key().columns().stream().map(name).toList();
    }

    /** Drops managed fields that are as stored, so that what was read can be written back. */
    private Map<String, ?> withoutManaged(K key, Map<String, ?> fields) {
        Map<String, Object> result = new LinkedHashMap<>(fields);
        @Nullable Object[] stored = null;
        for (Map.Entry<String, ?> field : fields.entrySet()) {
            if (!isManaged(field.getKey()) || UpdateParser.holdsOperators(field.getValue())) {
                continue;
            }
            int position = metadata().position(field.getKey());
            Column<?> column = metadata().columns().get(position);
            if (stored == null) {
                List<@Nullable Object[]> rows = rowUpdate().read(key, context().stamp(), Returned.values(metadata()));
                if (rows.isEmpty()) {
                    throw Refusal.notFound(metadata());
                }
                stored = rows.get(0);
            }
            if (!Objects.equals(stored[position], new Fields<>(metadata()).coerce(position, field.getValue()))) {
                throw Refusal.managed(metadata(), column);
            }
            LOG.warn("{}: the managed field `{}` was given as stored, and dropped", name(), column.name());
            result.remove(field.getKey());
        }
        return result;
    }

    private RuntimeException shape(String what) {
        return Refusal.of(
                ErrorCode.UPDATE_SHAPE,
                "the input of " + name() + " is not an update: " + what,
                "an update says which row in `filter`, and what changes in `fields`",
                "give {\"filter\": {\"" + String.join("\": …, \"", keyNames(Column::column))
                        + "\": …}, \"fields\": {…}}");
    }

    private RowChange<M, K> rowChange() {
        return new RowChange<>(context(), metadata());
    }

    private RowUpdate<M, K> rowUpdate() {
        return new RowUpdate<>(context(), metadata());
    }
}
