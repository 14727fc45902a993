package dev.dataflow.cli.diagram;

/**
 * A foreign key in a picture.
 *
 * @param from the table that has it
 * @param column its first column
 * @param to the table it points to
 * @param mark what happens to it
 */
public record Arrow(String from, String column, String to, Mark mark) {}
