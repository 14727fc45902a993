package dev.dataflow.metadata;

import org.jspecify.annotations.Nullable;

/**
 * What a patch does to a column whose new value is computed from the old one. Not checked yet.
 *
 * @param operator how it is computed
 * @param operand what the operator was given
 * @param path where that stands, for messages
 */
public record Modification(
        UpdateOperator operator, @Nullable Object operand, String path) {}
