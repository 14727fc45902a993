package dev.dataflow.suite;

import dev.dataflow.annotations.Model;

/** A model that refuses some values. */
@Model
public record Positive(long id, int amount) {

    public Positive {
        if (amount < 0) {
            throw new IllegalArgumentException("amount is negative");
        }
    }
}
