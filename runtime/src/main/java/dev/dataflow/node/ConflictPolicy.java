package dev.dataflow.node;

import dev.dataflow.transaction.RetryPolicy;

/**
 * What is done when a row has another version than a change is made for. Immutable.
 *
 * @param kind what is done
 * @param attempts how often, for {@link Kind#RETRY}
 */
public record ConflictPolicy(Kind kind, RetryPolicy attempts) {

    /** What can be done. */
    public enum Kind {
        /** DF-409; nothing is changed. */
        FAIL,
        /** The function of a modify runs again on the row as it is now, which is locked for that. */
        RETRY,
        /** The change is made to the row as it is now, when nobody else has changed the same fields since it was read. */
        MERGE,
        /** The change is made whatever the version is. */
        LAST_WRITER_WINS
    }

    /** DF-409; nothing is changed. */
    public static ConflictPolicy fail() {
        return new ConflictPolicy(Kind.FAIL, RetryPolicy.none());
    }

    /**
     * Runs the function of a modify again.
     *
     * @param attempts how often it runs at most, and the pauses between
     */
    public static ConflictPolicy retry(RetryPolicy attempts) {
        return new ConflictPolicy(Kind.RETRY, attempts);
    }

    /** Joins changes of different fields; changes of one field to different values are DF-409. */
    public static ConflictPolicy merge() {
        return new ConflictPolicy(Kind.MERGE, RetryPolicy.none());
    }

    /** Overwrites what the patch sets. */
    public static ConflictPolicy lastWriterWins() {
        return new ConflictPolicy(Kind.LAST_WRITER_WINS, RetryPolicy.none());
    }
}
