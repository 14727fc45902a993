package dev.dataflow.transaction;

/** Sees what befalls transactions. Called on the thread that runs them, so it must be quick; must be thread-safe. */
public interface TransactionListener {

    /**
     * Called before a transaction that met another one pauses and runs again.
     *
     * @param retry how far it is
     */
    default void retried(TransactionRetry retry) {}

    /**
     * Called when a transaction that met another one is not run again, since no attempt or no time is left.
     *
     * @param attempts how many attempts were made
     */
    default void gaveUp(int attempts) {}

    /**
     * Called when what was to be done after a commit failed. The commit stands, and what else was to be done is done.
     *
     * @param failure what it threw
     */
    default void afterCommitFailed(Throwable failure) {}
}
