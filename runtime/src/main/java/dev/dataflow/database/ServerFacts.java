package dev.dataflow.database;

/**
 * What was read of a database at open.
 *
 * @param version its version, as it prints it
 * @param isolation the level its connections come with, one of {@link java.sql.Connection}'s
 */
record ServerFacts(String version, int isolation) {}
