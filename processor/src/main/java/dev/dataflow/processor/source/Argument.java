package dev.dataflow.processor.source;

import dev.dataflow.processor.problem.Place;

/**
 * A value written in an annotation.
 *
 * @param value a {@code String}, {@code Integer} or {@code Boolean}; the name of an enum constant or class as a
 *     {@code String}; or a {@code List} of arguments
 * @param place where it stands
 */
public record Argument(Object value, Place place) {}
