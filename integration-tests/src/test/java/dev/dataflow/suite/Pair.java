package dev.dataflow.suite;

import dev.dataflow.annotations.Id;
import dev.dataflow.annotations.Model;

/** Nothing but a key, of a constructor that refuses values; both parts have names that methods of nodes use. */
@Model(timestamps = false)
public record Pair(@Id long patch, @Id Long change) {
    public Pair {
        if (patch == change) {
            throw new IllegalArgumentException("a pair has two sides");
        }
    }
}
