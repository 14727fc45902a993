package dev.dataflow.migrations.schema;

import org.jspecify.annotations.Nullable;

/**
 * How a database counts a column up.
 *
 * @param always whether no other value can be written without saying so; PostgreSQL's GENERATED ALWAYS
 * @param numbers the numbers it gives; null on MySQL, MariaDB and SQLite, which have no choice
 */
public record Identity(boolean always, @Nullable SequenceNumbers numbers) {

    /** AUTO_INCREMENT, AUTOINCREMENT. */
    public static final Identity AUTO_INCREMENT = new Identity(false, null);

    /** What it is, in words. */
    public String words() {
        if (numbers == null) {
            return "counted up";
        }
        return (always ? "always" : "by default") + " as identity from " + numbers.start() + " by "
                + numbers.increment();
    }
}
