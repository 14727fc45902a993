package dev.dataflow.transaction;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jooq.TransactionProvider;
import org.jspecify.annotations.Nullable;

/** Makes {@code dsl().transaction(…)} a transaction of the same scope, that nodes inside it join. */
public final class ScopedTransactions implements TransactionProvider {

    private final Session session;
    private final ThreadLocal<Deque<Level>> levels = ThreadLocal.withInitial(ArrayDeque::new);

    /** The transactions of a session. */
    public ScopedTransactions(Session session) {
        this.session = session;
    }

    private record Level(
            @Nullable TransactionContext context,
            boolean outermost,
            @Nullable TransactionContext before,
            boolean undone) {}

    @Override
    public void begin(org.jooq.TransactionContext context) {
        Transactions transactions = session.transactions();
        TransactionContext outer = session.current();
        TransactionContext before = transactions.current();
        try {
            TransactionContext begun = outer == null
                    ? transactions.begin(TransactionOptions.defaults())
                    : transactions.nest(outer, TransactionOptions.defaults());
            levels.get().push(new Level(begun, outer == null, before, false));
            transactions.restore(begun);
        } catch (RuntimeException e) {
            // jOOQ calls rollback for this level all the same
            levels.get().push(new Level(null, false, before, true));
            throw e;
        }
    }

    @Override
    public void commit(org.jooq.TransactionContext context) {
        Level level = end();
        try {
            session.transactions().commit(level.context(), level.outermost());
        } catch (RuntimeException e) {
            // jOOQ calls rollback after a failed commit; there is nothing left to undo
            levels.get().push(new Level(level.context(), level.outermost(), level.before(), true));
            throw e;
        }
    }

    @Override
    public void rollback(org.jooq.TransactionContext context) {
        Level level = end();
        if (level.undone()) {
            return;
        }
        Throwable cause = context.cause() == null ? new IllegalStateException("rolled back") : context.cause();
        session.transactions().undo(level.context(), level.outermost(), cause);
    }

    private Level end() {
        Level level = levels.get().pop();
        session.transactions().restore(level.before());
        if (levels.get().isEmpty()) {
            levels.remove();
        }
        return level;
    }
}
