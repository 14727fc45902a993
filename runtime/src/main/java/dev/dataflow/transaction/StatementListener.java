package dev.dataflow.transaction;

/** Sees each statement that nodes run. Called on the thread that ran it, so it must be quick; must be thread-safe. */
@FunctionalInterface
public interface StatementListener {

    /**
     * Called after a statement.
     *
     * @param event what was run
     */
    void executed(StatementEvent event);
}
