package dev.dataflow.cli.report;

/**
 * A place in a file.
 *
 * @param file the file, relative to where the command runs, with slashes
 * @param line the line, from 1
 */
public record Place(String file, int line) {}
