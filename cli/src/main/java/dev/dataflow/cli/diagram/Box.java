package dev.dataflow.cli.diagram;

import java.util.List;

/**
 * A table in a picture.
 *
 * @param table its name
 * @param mark what happens to it
 * @param lines its columns; empty for a table that is only pointed to
 */
public record Box(String table, Mark mark, List<Line> lines) {

    /** Copies the list. */
    public Box {
        lines = List.copyOf(lines);
    }
}
