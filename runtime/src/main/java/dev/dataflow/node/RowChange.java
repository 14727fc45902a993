package dev.dataflow.node;

import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.TransactionConflictException;
import dev.dataflow.error.VersionConflictException;
import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.statement.Change;
import dev.dataflow.transaction.RetryPolicy;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Changes one row, and does what a policy says when it has another version than the change is made for. */
final class RowChange<M, K> {

    /** The values of a row for a change that is never joined with another. */
    static final IntFunction<@Nullable Object> NO_BASE = column -> {
        throw new IllegalStateException("there is no row to compare with");
    };

    private final NodeContext context;
    private final ModelMetadata<M, K, ?, ?> model;
    private final RowUpdate<M, K> rows;

    RowChange(NodeContext context, ModelMetadata<M, K, ?, ?> model) {
        this.context = context;
        this.model = model;
        this.rows = new RowUpdate<>(context, model);
    }

    /**
     * Changes a row.
     *
     * @param base the values, by column, that the change was decided on
     */
    <T> T update(K key, Changes changes, VersionRule rule, IntFunction<@Nullable Object> base, Returned<T> returned) {
        try {
            return rows.update(key, changes, rule.expected(), returned);
        } catch (VersionConflictException conflict) {
            return context.conflicts().resolve(conflict, rule.policy(), () -> switch (rule.policy()
                    .kind()) {
                case MERGE -> merge(key, changes, base, conflict, returned);
                case LAST_WRITER_WINS -> rows.update(key, changes, ExpectedVersion.ANY, returned);
                case FAIL, RETRY -> throw conflict;
            });
        }
    }

    /** Reads a row, has it changed and writes it; a retry does all of it again with the row locked. */
    M modify(K key, Function<M, Changes> change, ConflictPolicy policy) {
        RowUpdate.Read<M> read = rows.readVersioned(key);
        Changes changes = change.apply(read.row());
        VersionRule rule = new VersionRule(new ExpectedVersion(read.version()), policy);
        if (policy.kind() != ConflictPolicy.Kind.RETRY) {
            return update(key, changes, rule, column -> model.value(read.row(), column), Returned.model(model));
        }
        try {
            return rows.update(key, changes, rule.expected(), Returned.model(model));
        } catch (VersionConflictException conflict) {
            return context.conflicts().resolve(conflict, policy, () -> again(key, change, policy.attempts(), conflict));
        } catch (TransactionConflictException conflict) {
            if (context.session().inTransaction()) {
                throw conflict;
            }
            return again(key, change, policy.attempts(), conflict);
        }
    }

    /** The later runs. A locked row has no other version, but another transaction may be in the way. */
    private M again(K key, Function<M, Changes> change, RetryPolicy attempts, DataFlowException first) {
        boolean nested = context.session().inTransaction();
        DataFlowException last = first;
        for (int failed = 1; failed < attempts.attempts(); failed++) {
            if (!nested && isInterrupted(attempts.pauseAfter(failed))) {
                break; // the locks of a transaction that is not at its end would be held for a pause
            }
            try {
                return context.session()
                        .transactional(() -> rows.update(
                                key, change.apply(rows.lock(key)), ExpectedVersion.ANY, Returned.model(model)));
            } catch (TransactionConflictException e) {
                if (nested) {
                    throw e; // only its owner can begin the transaction again
                }
                last = e;
            }
        }
        throw last;
    }

    private <T> T merge(
            K key,
            Changes changes,
            IntFunction<@Nullable Object> base,
            VersionConflictException conflict,
            Returned<T> returned) {
        if (conflict.found() < conflict.expected()) {
            throw conflict; // the base is not of this row's past
        }
        return context.session().transactional(() -> {
            M current = rows.lock(key);
            for (Change change : changes.list()) {
                if (isContested(change, changes, base, current)) {
                    throw conflict;
                }
            }
            return rows.update(key, changes, ExpectedVersion.ANY, returned);
        });
    }

    /** Whether somebody else has set a field since, to another value than the patch does. */
    private boolean isContested(Change change, Changes changes, IntFunction<@Nullable Object> base, M current) {
        Column<?> column = model.columns().get(change.column());
        Object now = comparable(column, model.value(current, change.column()));
        if (Objects.deepEquals(comparable(column, base.apply(change.column())), now)) {
            return false;
        }
        boolean assigned = change.expression() == null && change.operator() == null;
        return !assigned || !Objects.deepEquals(comparable(column, changes.values()[change.column()]), now);
    }

    /** A value as it is stored, in a form that is equal for equal values. */
    private @Nullable Object comparable(Column<?> column, @Nullable Object value) {
        Object stored = value == null ? null : Changes.store(model, column, value);
        return stored == null ? null : ConflictKey.comparable(stored);
    }

    private static boolean isInterrupted(Duration pause) {
        try {
            Thread.sleep(pause.toMillis(), pause.toNanosPart() % 1_000_000);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
