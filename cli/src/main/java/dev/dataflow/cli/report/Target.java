package dev.dataflow.cli.report;

import org.jspecify.annotations.Nullable;

/**
 * What a plan is for.
 *
 * @param engine the database's name
 * @param version the server's version; null when it is not known
 * @param place where it is, without passwords; null when no database was looked at
 * @param before the fingerprint of the schema there is
 * @param after the fingerprint of the schema there is to be
 */
public record Target(
        String engine, @Nullable String version, @Nullable String place, String before, String after) {

    /** The first digits of a fingerprint, by which people tell schemas apart. */
    public static String shorten(String fingerprint) {
        return fingerprint.length() <= 8 ? fingerprint : fingerprint.substring(0, 8);
    }

    /** The database and its version, for people. */
    public String server() {
        return version == null ? engine : engine + " " + version;
    }
}
