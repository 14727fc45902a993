package dev.dataflow.migrations.analysis;

import java.util.Locale;

/**
 * Something about a foreign key that costs time or rows sooner or later.
 *
 * @param kind what it is
 * @param link the foreign key
 * @param detail more, in words
 */
public record KeyFinding(Kind kind, KeyLink link, String detail) {

    /** Kinds of findings. */
    public enum Kind {
        /** No index begins with its columns: each delete and update of the other table reads all of this one. */
        UNINDEXED,
        /** Another foreign key is over the same columns and points to the same ones. */
        DUPLICATE,
        /** Another foreign key over more columns, none of which may be NULL, says as much. */
        REDUNDANT,
        /** Its columns and those that it points to are of different types. */
        TYPE_MISMATCH,
        /** The table that it points to is not there. */
        MISSING_TABLE,
        /** No key of the other table is over the columns that it points to. */
        MISSING_KEY,
        /** Rows that were there before it are not known to fit. */
        NOT_VALIDATED,
        /** It sets columns to NULL that may not be. */
        NULL_REFUSED;

        /** The kind in words. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** The finding on one line. */
    public String text() {
        return kind.text() + ": " + link.name() + " of " + link.text() + (detail.isEmpty() ? "" : ": " + detail);
    }
}
