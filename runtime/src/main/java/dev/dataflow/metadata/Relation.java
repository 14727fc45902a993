package dev.dataflow.metadata;

import java.util.List;

/**
 * A way from the rows of one model to those of another.
 *
 * @param name what it is called
 * @param target the model it leads to
 * @param from the positions of the columns, in the model it leads from, whose values are looked up
 * @param to the positions of the columns of the target they are looked up in
 * @param many whether it leads to any number of rows, not to at most one
 */
public record Relation(
        RelationName name, ModelMetadata<?, ?, ?, ?> target, List<Integer> from, List<Integer> to, boolean many) {

    /** Copies the lists. */
    public Relation {
        from = List.copyOf(from);
        to = List.copyOf(to);
    }
}
