package dev.dataflow.node;

import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.query.Filter;
import dev.dataflow.statement.Arguments;
import dev.dataflow.trait.Stamp;
import dev.dataflow.trait.Tombstones;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes rows live again that are deleted softly.
 *
 * @param <K> the model's key
 */
final class Restoration<K> {

    private final NodeContext context;
    private final NodeContext deleted;
    private final ModelMetadata<?, K, ?, ?> model;
    private final Stamp stamp;

    /** A restoration; DF-107 when deleted rows of the model are gone. */
    Restoration(NodeContext context, ModelMetadata<?, K, ?, ?> model) {
        context.checkKeepsDeleted(model, "a restoration");
        this.context = context;
        this.deleted = context.reaching(Tombstones.ONLY);
        this.model = model;
        this.stamp = context.stamp();
    }

    <T> T byKey(K key, Returned<T> returned) {
        KeyArguments<K> arguments = new KeyArguments<>(model, List.of(key));
        return context.session().atomically(() -> {
            if (restore(1, arguments) == 0) {
                throw Refusal.notFound(model);
            }
            return context.session()
                    .query(context.statements().read(model, returned.all()), arguments, stamp, returned.mapper())
                    .get(0);
        });
    }

    long matching(Filter filter, boolean limited, int limit) {
        DoomedRows rows = new DoomedRows(deleted, stamp);
        return context.session().atomically(() -> {
            List<@Nullable Object[]> found =
                    rows.matching(model, filter, limited, new CallArguments(model, List.of(), filter, limit, 0));
            long restored = 0;
            for (List<@Nullable Object[]> some : rows.chunks(found, model.key().size())) {
                restored += restore(Chunks.padded(some.size()), CallArguments.rows(model, some));
            }
            return restored;
        });
    }

    private long restore(int count, Arguments arguments) {
        return context.session().update(deleted.statements().restore(model, count), arguments, stamp);
    }
}
