package dev.dataflow.migrations.analysis;

/**
 * What an operation does to a foreign key.
 *
 * @param link the foreign key
 * @param outcome what happens to it
 */
public record KeyImpact(KeyLink link, Outcome outcome) {

    /** The impact on one line. */
    public String text() {
        return link.name() + " of " + link.text() + ": " + outcome.text();
    }
}
