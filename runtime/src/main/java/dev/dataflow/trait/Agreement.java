package dev.dataflow.trait;

/**
 * Two columns whose values must be equal in a row and in one it leads to, besides those of the relation.
 *
 * @param from the column's position in the model that the relation leads from
 * @param to that in its target
 */
public record Agreement(int from, int to) {}
