package dev.dataflow.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A filter given as data, checked against a model. */
public record Filter(List<Equals> terms) {

    /** A filter that every row matches. */
    public static final Filter ALL = new Filter(List.of());

    /** Copies the list. */
    public Filter {
        terms = List.copyOf(terms);
    }

    /**
     * A column equals a value, or IS NULL.
     *
     * @param column the column's position in the model's metadata
     * @param value a value of the column's type; null for IS NULL
     */
    public record Equals(int column, @Nullable Object value) {

        /** What statements of this form share: the column, and whether it is compared with NULL. */
        public Shape shape() {
            return new Shape(column, value == null);
        }
    }

    /** The part of a term that decides its SQL. */
    public record Shape(int column, boolean isNull) {}

    /** The part of the filter that decides its SQL. */
    public List<Shape> shape() {
        return terms.stream().map(Equals::shape).toList();
    }
}
