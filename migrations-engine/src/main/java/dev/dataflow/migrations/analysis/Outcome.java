package dev.dataflow.migrations.analysis;

import org.jspecify.annotations.Nullable;

/**
 * What happens to a dependant, and what the database says.
 *
 * @param effect what happens
 * @param error the code of the error that is raised then or when it is used: an SQLSTATE on PostgreSQL, a number on MySQL and
 *     MariaDB, the beginning of the message on SQLite; null for none
 * @param detail more, in words; empty when there is no more to say
 */
public record Outcome(Effect effect, @Nullable String error, String detail) {

    /** An outcome without an error. */
    static Outcome of(Effect effect, String detail) {
        return new Outcome(effect, null, detail);
    }

    /** An outcome with an error. */
    static Outcome of(Effect effect, String error, String detail) {
        return new Outcome(effect, error, detail);
    }

    /** The outcome in words. */
    public String text() {
        return effect.text() + (error == null ? "" : " (" + error + ")") + (detail.isEmpty() ? "" : ": " + detail);
    }
}
