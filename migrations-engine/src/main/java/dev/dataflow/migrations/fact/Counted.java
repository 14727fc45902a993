package dev.dataflow.migrations.fact;

import java.util.OptionalLong;

/**
 * An answer to a question about rows.
 *
 * @param question the question
 * @param count the answer; empty when it is unknown, never a guess
 * @param source the query; when the answer is unknown, why
 */
public record Counted(Question question, OptionalLong count, String source) {

    /** Whether at least one row was counted. */
    public boolean isFound() {
        return count.orElse(0) > 0;
    }

    /** What was counted, in words; no values of rows. */
    public String text() {
        return count.isPresent()
                ? question.words().of(count.getAsLong())
                : "unknown: " + question.words().several();
    }
}
