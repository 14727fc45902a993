package dev.dataflow.node;

import java.time.Instant;

/**
 * A change that met another version than it was made for. It holds no values of rows.
 *
 * @param model the qualified name of the model
 * @param expected the version the change was made for
 * @param found the version the row had
 * @param policy what was to be done
 * @param resolved whether that made the change; otherwise it was refused with DF-409
 * @param at when
 */
public record VersionConflict(
        String model, long expected, long found, ConflictPolicy.Kind policy, boolean resolved, Instant at) {}
