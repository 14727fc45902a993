package dev.dataflow.query;

/** Criteria inside of a group, such as an {@code or}: all of them must match. */
public final class Criteria extends FilterQuery<Criteria> {

    Criteria() {}

    @Override
    Criteria self() {
        return this;
    }
}
