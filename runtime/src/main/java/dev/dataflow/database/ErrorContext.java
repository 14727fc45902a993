package dev.dataflow.database;

import dev.dataflow.metadata.ModelMetadata;
import org.jspecify.annotations.Nullable;

/**
 * What was being done when the database refused.
 *
 * @param action what, in words that may be printed, such as {@code create of Order}
 * @param model the model it was done to, whose component names an error is told in; null for none
 */
public record ErrorContext(String action, @Nullable ModelMetadata<?, ?, ?, ?> model) {}
