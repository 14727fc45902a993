package dev.dataflow.transaction;

import dev.dataflow.database.RowSecurity;
import dev.dataflow.error.DataFlowException;
import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/** A transaction that is running: its connection and how deeply it is nested. One thread at a time may use it. */
public final class TransactionContext {

    private final Transactions owner;
    private final Connection connection;
    private final TransactionOptions options;
    private final @Nullable TimeLimit limit;
    private final boolean joined;
    private final AfterCommit afterCommit = new AfterCommit();
    private int depth;
    private boolean open = true;
    private @Nullable DataFlowException doom;
    /** What row security was told last; null when that is not sure. */
    private @Nullable String shown = RowSecurity.NOBODY;

    private String before = RowSecurity.NOBODY;
    /** Whether it was told anything. */
    private boolean scoped;

    TransactionContext(
            Transactions owner,
            Connection connection,
            TransactionOptions options,
            @Nullable TimeLimit limit,
            boolean joined) {
        this.owner = owner;
        this.connection = connection;
        this.options = options;
        this.limit = limit;
        this.joined = joined;
    }

    Transactions owner() {
        return owner;
    }

    Connection connection() {
        return connection;
    }

    TransactionOptions options() {
        return options;
    }

    /** Whether somebody else began the transaction and will end it. */
    boolean joined() {
        return joined;
    }

    boolean isOpen() {
        return open;
    }

    void close() {
        open = false;
    }

    /** Says that the database has ended the transaction by itself: nothing may be run in it any more. */
    void doom(DataFlowException cause) {
        doom = cause;
    }

    @Nullable
    DataFlowException doom() {
        return doom;
    }

    int nest() {
        return ++depth;
    }

    int depth() {
        return depth;
    }

    /** Leaves a savepoint that is kept. */
    void release() {
        afterCommit.kept(depth);
        depth--;
    }

    /** Whether row security surely shows these rows; in somebody else's transaction, who may tell it anything, nobody's only. */
    boolean shows(String value) {
        return value.equals(shown) && (!joined || value.isEmpty());
    }

    /** Notes what row security was told; null when somebody may have told it anything. */
    void showing(@Nullable String value) {
        scoped = true;
        shown = value;
    }

    /** Whether a tenant's rows may be left in sight in a transaction that goes on. */
    boolean leavesRows() {
        return joined && scoped && !RowSecurity.NOBODY.equals(shown);
    }

    /** Notes that row security is being told, which is not sure to succeed. */
    void telling() {
        before = shown == null ? RowSecurity.NOBODY : shown;
        showing(null);
    }

    /** What it was told before that; nothing when that was not sure. */
    String before() {
        return before;
    }

    /** Leaves a savepoint that is undone, with what row security was told in it. */
    void undo() {
        if (scoped) {
            shown = null;
        }
        afterCommit.undone(depth);
        depth--;
    }

    /** What it may take; null for no limit. */
    @Nullable
    TimeLimit limit() {
        return limit;
    }

    /** What is to be done after its commit. */
    AfterCommit afterCommit() {
        return afterCommit;
    }
}
