package dev.dataflow.node;

import dev.dataflow.metadata.Draft;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.metadata.Patch;
import dev.dataflow.model.NodeKind;
import dev.dataflow.statement.Statement;
import dev.dataflow.trait.Stamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows by key.
 *
 * @param <M> the model
 * @param <K> its key, boxed
 * @param <D> its draft
 * @param <P> its patch
 */
public abstract non-sealed class ReadNode<M, K, D extends Draft, P extends Patch<P>> extends ModelNode<M, K, D, P> {

    private static final int MOST_KEYS = 1 << 12;

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
        List<M> rows =
                session().query(statements().read(metadata(), false), keys(List.of(id(id))), stamp(), metadata()::read);
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
    }

    /**
     * Reads several rows, in one statement for up to 4,096 keys.
     *
     * @param ids their keys
     * @return the rows there are, each once, in the order their keys were first given
     */
    public final List<M> readAll(Collection<? extends K> ids) {
        Set<K> distinct = new LinkedHashSet<>();
        ids.forEach(id -> distinct.add(id(id)));
        List<K> keys = new ArrayList<>(distinct);
        Map<K, M> found = new HashMap<>();
        for (int from = 0; from < keys.size(); from += MOST_KEYS) {
            List<K> some = keys.subList(from, Math.min(keys.size(), from + MOST_KEYS));
            // powers of two, so that few statements serve all sizes; the last key repeats
            int size = Math.max(2, Integer.highestOneBit(some.size() - 1) << 1);
            Statement statement = statements().readAll(metadata(), some.size() == 1 ? 1 : size);
            for (M row : session().query(statement, keys(some), stamp(), metadata()::read)) {
                found.put(metadata().keyOf(row), row);
            }
        }
        return keys.stream().map(found::get).filter(java.util.Objects::nonNull).toList();
    }

    /**
     * The statement {@link #read} runs, and the database's plan of it.
     *
     * @param id a key
     */
    public final Explanation explain(K id) {
        Statement statement = statements().read(metadata(), false);
        return new Explanation(statement.sql(), session().explain(statement, keys(List.of(id(id))), stamp()));
    }

    @Override
    public final Map<String, @Nullable Object> run(Map<String, ?> input) {
        Input values = new Input(name(), input, "id", metadata().key().name(), "raise_on_not_found");
        K id = new Fields<>(metadata())
                .key(
                        input.containsKey("id")
                                ? input.get("id")
                                : input.get(metadata().key().name()));
        boolean raise = values.flag("raise_on_not_found", true);
        List<@Nullable Object[]> rows = session()
                .query(
                        statements().read(metadata(), true),
                        keys(List.of(id)),
                        stamp(),
                        row -> StoredRow.read(metadata(), row));
        if (rows.isEmpty() && raise) {
            throw Refusal.notFound(metadata());
        }
        Map<String, @Nullable Object> result =
                rows.isEmpty() ? new LinkedHashMap<>() : StoredRow.export(metadata(), rows.get(0));
        result.put("found", !rows.isEmpty());
        return result;
    }

    private Stamp stamp() {
        return context().stamp();
    }

    private KeyArguments<K> keys(List<K> keys) {
        return new KeyArguments<>(metadata(), keys);
    }

    private K id(@Nullable K id) {
        if (id == null) {
            throw Refusal.noId(metadata());
        }
        return id;
    }
}
