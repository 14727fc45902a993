package dev.dataflow.cli.report;

import java.util.List;

/**
 * What only people know.
 *
 * @param code the code of the error it would be
 * @param text the question
 * @param flags the flags that answer it, each with what it means
 */
public record Question(String code, String text, List<Answer> flags) {

    /**
     * An answer.
     *
     * @param flag the flag with its value
     * @param meaning what it says
     */
    public record Answer(String flag, String meaning) {}

    /** Copies the list. */
    public Question {
        flags = List.copyOf(flags);
    }
}
