package dev.dataflow.node;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.metadata.Draft;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.metadata.Patch;
import dev.dataflow.model.NodeKind;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Creates a row, or changes it when it exists.
 *
 * @param <M> the model
 * @param <K> its key, boxed
 * @param <D> its draft
 * @param <P> its patch
 */
public non-sealed class UpsertNode<M, K, D extends Draft, P extends Patch<P>> extends ModelNode<M, K, D, P> {

    /** For generated code: a node in a scope. */
    protected UpsertNode(NodeScope scope, ModelMetadata<M, K, D, P> metadata) {
        super(scope, metadata, NodeKind.UPSERT);
    }

    /**
     * Creates a row, or changes the one that exists under a key.
     *
     * @param draft sets the fields of a new row
     * @param options say by which key a row is found to exist, and what is done to it
     * @return the row as stored, and what was done
     * @throws dev.dataflow.error.VersionConflictException DF-409 when there is a row, the options say for which version of
     *     it, and it has another
     */
    public final Upserted<M> upsert(Consumer<D> draft, Consumer<UpsertOptions<P>> options) {
        D values = metadata().newDraft();
        draft.accept(values);
        UpsertOptions<P> how = new UpsertOptions<>();
        options.accept(how);
        P update = metadata().newPatch();
        Consumer<P> changes = how.update();
        if (changes == null) {
            overwrite(values, update);
        } else {
            changes.accept(update);
        }
        RowUpsert<M, K, D, P> upsert = new RowUpsert<>(context(), metadata());
        return upsert.upsert(
                values,
                update,
                ConflictKey.of(metadata(), how.conflictColumns()),
                VersionRule.ofUpsert(metadata(), how),
                Returned.model(metadata()),
                metadata()::fromValues);
    }

    @Override
    public final Map<String, @Nullable Object> run(Map<String, ?> input) {
        VersionInput<K> versions = new VersionInput<>(metadata());
        Input values = new Input(name(), input, versions.keysOfUpsert("where", "create", "update", "conflict_on"));
        Fields<M, K, D, P> fields = new Fields<>(metadata());
        Map<String, ?> where = values.map("where");
        D draft = fields.draft(merged(where, values.map("create")), context().stamp());
        P update = fields.patch(values.map("update"), "update");
        if (!values.has("update")) {
            overwrite(draft, update);
        }
        List<String> conflict = values.has("conflict_on") ? values.names("conflict_on") : written(where.keySet());
        Upserted<@Nullable Object[]> done = new RowUpsert<>(context(), metadata())
                .upsert(
                        draft,
                        update,
                        ConflictKey.of(metadata(), conflict),
                        VersionRule.ofUpsert(metadata(), versions.read(values, new UpsertOptions<P>())),
                        Returned.values(metadata()),
                        stored -> stored);
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("record", StoredRow.export(metadata(), done.record()));
        result.put("created", done.created());
        result.put("action", done.action().name().toLowerCase(Locale.ROOT));
        return result;
    }

    private void overwrite(D draft, P update) {
        for (int i = 0; i < metadata().columns().size(); i++) {
            if (metadata().isSet(draft, i) && !metadata().key().includes(i)) {
                metadata().set(update, i, metadata().get(draft, i));
            }
        }
    }

    /** The names of fields without those that the runtime fills: they are in each key that needs them. */
    private List<String> written(Collection<String> names) {
        return names.stream()
                .filter(name -> metadata().position(name) < 0
                        || metadata().columns().get(metadata().position(name)).managed() == null)
                .toList();
    }

    private Map<String, ?> merged(Map<String, ?> where, Map<String, ?> create) {
        Map<String, Object> result = new LinkedHashMap<>(create);
        where.forEach((name, value) -> {
            if (create.containsKey(name) && !Objects.equals(create.get(name), value)) {
                throw Refusal.of(
                        ErrorCode.OPTION_INVALID,
                        "`" + name + "` differs between `where` and `create` of " + name(),
                        "the row that is created must be the one that is looked for",
                        "give it in `where` only");
            }
            result.put(name, value);
        });
        return result;
    }
}
