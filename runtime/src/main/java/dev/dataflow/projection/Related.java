package dev.dataflow.projection;

import dev.dataflow.metadata.Relation;

/**
 * A relation that is followed, and what is read of the rows it leads to.
 *
 * @param relation the relation
 * @param projection what is read of its target
 * @param <R> what becomes of each row
 */
public record Related<R>(Relation relation, Projection<R> projection) {}
