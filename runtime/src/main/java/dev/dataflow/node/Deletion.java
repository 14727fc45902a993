package dev.dataflow.node;

import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.metadata.Referrer;
import dev.dataflow.model.OnDelete;
import dev.dataflow.query.Filter;
import dev.dataflow.statement.Arguments;
import dev.dataflow.statement.StatementFactory;
import dev.dataflow.trait.Stamp;
import dev.dataflow.trait.Tombstones;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Deletes rows of one model, with what the references of others to them ask for. Where nothing has to be done with other
 * rows, it is one statement.
 *
 * @param <K> the model's key
 */
final class Deletion<K> {

    private final NodeContext context;
    private final ModelMetadata<?, K, ?, ?> model;
    private final Stamp stamp;
    private final boolean removes;

    /**
     * A deletion.
     *
     * @param context where it runs; it reaches the rows that may be deleted
     * @param hard whether rows are removed where the model would have them marked
     */
    Deletion(NodeContext context, ModelMetadata<?, K, ?, ?> model, boolean hard) {
        this.context = context;
        this.model = model;
        this.stamp = context.stamp();
        this.removes = hard || !context.statements().keepsDeleted(model);
    }

    /** A deletion of live rows; of all, when it is hard. */
    static <K> Deletion<K> of(NodeContext context, ModelMetadata<?, K, ?, ?> model, boolean hard) {
        boolean all = hard && context.statements().keepsDeleted(model);
        return new Deletion<>(all ? context.reaching(Tombstones.INCLUDED) : context, model, hard);
    }

    /** Deletes the row of a key, when it has the version; false when there is none. */
    boolean byKey(K key, ExpectedVersion expected) {
        StatementFactory statements = expected.in(context.statements());
        if (!reachesOthers()) {
            Arguments arguments =
                    expected.version() == null ? new KeyArguments<>(model, List.of(key)) : row(key, expected);
            return context.session().update(statements.delete(model, 1, removes), arguments, stamp) > 0;
        }
        return context.session()
                        .atomically(() -> new DeletionCascade(context, stamp, removes)
                                .delete(
                                        model,
                                        new DoomedRows(context, stamp).byKey(model, statements, row(key, expected))))
                > 0;
    }

    private CallArguments row(K key, ExpectedVersion expected) {
        @Nullable Object[] row = new Object[model.columns().size()];
        model.key().put(key, row);
        return CallArguments.row(model, expected.put(model, row));
    }

    /** After a deletion that found no row of an expected version: refuses a row that is there with another one. */
    void checkGone(K key, ExpectedVersion expected) {
        new RowUpdate<>(context, model).checkGone(key, expected, stamp);
    }

    /** Deletes rows that match; gives how many there were. */
    long matching(Filter filter, boolean limited, int limit) {
        CallArguments arguments = new CallArguments(model, List.of(), filter, limit, 0);
        if (!reachesOthers()) {
            return context.session()
                    .update(context.statements().deleteAll(model, filter, limited, removes), arguments, stamp);
        }
        return context.session()
                .atomically(() -> new DeletionCascade(context, stamp, removes)
                        .delete(model, new DoomedRows(context, stamp).matching(model, filter, limited, arguments)));
    }

    /** Whether rows of other models, or others of its own, are to be looked at. */
    private boolean reachesOthers() {
        for (Referrer referrer : context.relations().referrers(model)) {
            // of removed rows the database itself refuses that others point to them
            if (!removes || referrer.reference().onDelete() != OnDelete.RESTRICT) {
                return true;
            }
        }
        return false;
    }
}
