package dev.dataflow.migrations.schema;

import dev.dataflow.config.DatabaseEngine;
import java.util.Comparator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of a database, on SQLite of its library.
 *
 * @param major the first number
 * @param minor the second number
 * @param patch the third number; 0 on PostgreSQL, which has two
 */
public record ServerVersion(int major, int minor, int patch) implements Comparable<ServerVersion> {

    private static final Pattern NUMBERS = Pattern.compile("(\\d+)(?:\\.(\\d+))?(?:\\.(\\d+))?");
    private static final Comparator<ServerVersion> ORDER = Comparator.comparingInt(ServerVersion::major)
            .thenComparingInt(ServerVersion::minor)
            .thenComparingInt(ServerVersion::patch);

    /**
     * Reads a version.
     *
     * @param text one to three numbers and whatever follows, as in {@code 10.11.6-MariaDB-log}; what is left out is 0
     * @throws IllegalArgumentException when the text has no number
     */
    public static ServerVersion of(String text) {
        Matcher matcher = NUMBERS.matcher(text);
        if (!matcher.find()) {
            throw new IllegalArgumentException("`" + text + "` is no version");
        }
        MatchResult found = matcher.toMatchResult();
        return new ServerVersion(number(found, 1), number(found, 2), number(found, 3));
    }

    /** The oldest version of a database whose schemas are read and for which plans are made. */
    public static ServerVersion oldest(DatabaseEngine engine) {
        return switch (engine) {
            case POSTGRESQL -> new ServerVersion(12, 0, 0);
            case MYSQL -> new ServerVersion(8, 0, 16);
            case MARIADB -> new ServerVersion(10, 11, 0);
            case SQLITE -> new ServerVersion(3, 35, 0);
        };
    }

    /** Whether this version is another one or a later one. */
    public boolean atLeast(ServerVersion other) {
        return compareTo(other) >= 0;
    }

    /** Whether this version is the first of a major number or a later one. */
    public boolean atLeast(int major) {
        return atLeast(major, 0, 0);
    }

    /** Whether this version is one or a later one. */
    public boolean atLeast(int major, int minor) {
        return atLeast(major, minor, 0);
    }

    /** Whether this version is one or a later one. */
    public boolean atLeast(int major, int minor, int patch) {
        return atLeast(new ServerVersion(major, minor, patch));
    }

    @Override
    public int compareTo(ServerVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + (patch == 0 ? "" : "." + patch);
    }

    private static int number(MatchResult found, int group) {
        String digits = found.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
