package dev.dataflow.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where in an order a row stands: rows behind it are the next page. Immutable.
 *
 * @param values the row's values, one for each step of the order
 */
public record Keyset(List<@Nullable Object> values) {

    /** Copies the list. */
    public Keyset {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    /** Which of the values are null: with the order, it decides the SQL. */
    public List<Boolean> nulls() {
        return values.stream().map(value -> value == null).toList();
    }
}
