package dev.dataflow.transaction;

import java.util.ArrayList;
import java.util.List;

/** What is to be done when a transaction has committed. One thread at a time may use it. */
final class AfterCommit {

    private List<Entry> actions = List.of();

    private record Entry(int depth, Runnable action) {}

    /** Adds an action of the savepoint of a depth. */
    void add(int depth, Runnable action) {
        if (actions.isEmpty()) {
            actions = new ArrayList<>();
        }
        actions.add(new Entry(depth, action));
    }

    /** Hands the actions of a savepoint that is kept to what it is in. */
    void kept(int depth) {
        for (int i = actions.size() - 1; i >= 0 && actions.get(i).depth() == depth; i--) {
            actions.set(i, new Entry(depth - 1, actions.get(i).action()));
        }
    }

    /** Forgets the actions of a savepoint that is undone. */
    void undone(int depth) {
        if (!actions.isEmpty()) {
            actions.removeIf(entry -> entry.depth() >= depth);
        }
    }

    /** Does everything, in the order it was added. A failure is told to the observer and stops nothing. */
    void run(TransactionObserver observer) {
        for (Entry entry : actions) {
            try {
                entry.action().run();
            } catch (RuntimeException | AssertionError | LinkageError e) {
                observer.afterCommitFailed(e);
            }
        }
    }
}
