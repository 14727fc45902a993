package dev.dataflow.node;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import dev.dataflow.error.TransactionConflictException;
import dev.dataflow.error.UniqueViolationException;
import dev.dataflow.metadata.Draft;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.metadata.Patch;
import dev.dataflow.trait.Stamp;
import dev.dataflow.trait.Tombstones;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds a row by a key and changes it, or inserts it. The conflict clauses of MySQL fire on any unique key and would change
 * the wrong row, so the key is looked up and locked first, on every database.
 */
final class RowUpsert<M, K, D extends Draft, P extends Patch<P>> {

    private static final int ATTEMPTS = 5;

    private final NodeContext context;
    private final ModelMetadata<M, K, D, P> model;

    RowUpsert(NodeContext context, ModelMetadata<M, K, D, P> model) {
        this.context = context;
        this.model = model;
    }

    <T> Upserted<T> upsert(
            D draft,
            P update,
            ConflictKey key,
            VersionRule rule,
            Returned<T> returned,
            Function<@Nullable Object[], T> created) {
        Stamp stamp = context.stamp();
        @Nullable Object[] values = new NewRow<>(model, stamp).of(draft);
        Changes changes = Changes.of(model, update);
        // a deadlock with another upsert of the same row ends the transaction; only its owner can begin it again
        int transactions = context.session().inTransaction() ? 1 : ATTEMPTS;
        for (int attempt = 1; ; attempt++) {
            @Nullable Object[] row = values.clone();
            try {
                return context.session().atomically(() -> once(row, changes, key, rule, stamp, returned, created));
            } catch (TransactionConflictException e) {
                if (attempt == transactions) {
                    throw e;
                }
            }
        }
    }

    private <T> Upserted<T> once(
            @Nullable Object[] values,
            Changes changes,
            ConflictKey key,
            VersionRule rule,
            Stamp stamp,
            Returned<T> returned,
            Function<@Nullable Object[], T> created) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            K existing = key.valuesOf(values) == null ? null : find(values, key, stamp);
            if (existing != null) {
                return change(existing, changes, rule, key, returned);
            }
            if (insert(values, key, stamp, attempt == ATTEMPTS - 1)) {
                return new Upserted<>(created.apply(values), Upserted.Action.CREATED);
            }
        }
        throw new TransactionConflictException(
                new Problem(
                        ErrorCode.TRANSACTION_CONFLICT,
                        "an upsert of " + model + " found its row gone and back again " + ATTEMPTS + " times",
                        "others create and delete the same row",
                        "try again"),
                null);
    }

    /** Changes the row that was found; one that is deleted softly lives again. */
    private <T> Upserted<T> change(
            K existing, Changes changes, VersionRule rule, ConflictKey key, Returned<T> returned) {
        if (key.meetsDeleted(context, model)
                && new RowUpdate<>(context, model)
                        .read(existing, context.stamp(), new Returned<>(row -> Boolean.TRUE, false))
                        .isEmpty()) {
            T row = new RowChange<>(context.reaching(Tombstones.REVIVED), model)
                    .update(existing, changes, rule, RowChange.NO_BASE, returned);
            return new Upserted<>(row, Upserted.Action.UPDATED);
        }
        T row = new RowChange<>(context, model).update(existing, changes, rule, RowChange.NO_BASE, returned);
        return new Upserted<>(row, changes.isEmpty() ? Upserted.Action.UNCHANGED : Upserted.Action.UPDATED);
    }

    private @Nullable K find(@Nullable Object[] values, ConflictKey key, Stamp stamp) {
        List<K> keys = context.session()
                .query(
                        key.lookingIn(context, model, Tombstones.INCLUDED)
                                .statements()
                                .existing(model, key.columns(), 1),
                        CallArguments.row(model, values),
                        stamp,
                        row -> model.key().read(row, 1));
        return keys.isEmpty() ? null : keys.get(0);
    }

    /** Inserts the row; false when another transaction was first. */
    private boolean insert(@Nullable Object[] values, ConflictKey key, Stamp stamp, boolean last) {
        RowInsert<M, K> insert = new RowInsert<>(context, model, stamp);
        if (last && context.engine() == DatabaseEngine.POSTGRESQL) {
            insert.insert(values); // what nobody sees and is there nevertheless is hidden by row security
            return true;
        }
        try {
            return insert.insertUnlessExists(values, key.columns());
        } catch (UniqueViolationException e) {
            // MySQL undoes the statement only, so the transaction goes on; SQLite has one writer and never gets here
            if (context.engine().family() == EngineFamily.MYSQL && key.isOf(model, e)) {
                return false;
            }
            throw e;
        }
    }
}
