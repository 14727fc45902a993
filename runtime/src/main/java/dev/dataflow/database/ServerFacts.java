package dev.dataflow.database;

/**
 * What was read of a database at open.
 *
 * @param version its version, as it prints it
 * @param isolation the level its connections come with, one of {@link java.sql.Connection}'s
 * @param packet the most bytes it takes at once; 0 for any number
 * @param sortedBytes the most bytes of a text that it sorts by; 0 for all
 */
record ServerFacts(String version, int isolation, long packet, long sortedBytes) {

    ServerFacts(String version, int isolation) {
        this(version, isolation, 0, 0);
    }
}
