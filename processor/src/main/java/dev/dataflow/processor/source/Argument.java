package dev.dataflow.processor.source;

import dev.dataflow.processor.problem.Place;
import java.util.List;

/**
 * A value written in an annotation.
 *
 * @param value a {@code String}, {@code Integer} or {@code Boolean}; the name of an enum constant or class as a
 *     {@code String}; or a {@code List} of arguments
 * @param place where it stands
 */
public record Argument(Object value, Place place) {

    /** The same, standing at another place. */
    Argument at(Place other) {
        return new Argument(
                value instanceof List<?> list
                        ? list.stream()
                                .map(element -> ((Argument) element).at(other))
                                .toList()
                        : value,
                other);
    }

    /** The value without places. */
    Object plain() {
        return value instanceof List<?> list
                ? list.stream().map(element -> ((Argument) element).plain()).toList()
                : value;
    }
}
