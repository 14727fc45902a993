package dev.dataflow.cli.report;

import org.jspecify.annotations.Nullable;

/**
 * Something that people should know before a plan runs.
 *
 * @param rule the rule or the code that found it
 * @param title what the rule is about
 * @param risk how risky it is
 * @param message what is so here, complete by itself
 * @param source how that is known
 * @param fix what to do about it; null when nothing is known
 * @param step the step's number; null when it is about none or all
 * @param place where it stands; null when it is in no file
 */
public record Finding(
        String rule,
        String title,
        Risk risk,
        String message,
        String source,
        @Nullable String fix,
        @Nullable Integer step,
        @Nullable Place place) {

    /** Message and fix, in one line each. */
    public String text() {
        return fix == null ? message : message + "\nfix: " + fix;
    }
}
