package dev.dataflow.processor.source;

import dev.dataflow.processor.problem.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An annotation as written; members left out are not in it.
 *
 * @param type the annotation's qualified name
 * @param place where it stands
 * @param arguments the values given, by member
 */
public record AnnotationSource(String type, Place place, Map<String, Argument> arguments) {

    /** Copies the map. */
    public AnnotationSource {
        arguments = Map.copyOf(arguments);
    }

    /** Whether a member is given. */
    public boolean has(String member) {
        return arguments.containsKey(member);
    }

    /** A text, enum constant or class name; empty when left out. */
    public Optional<String> text(String member) {
        return value(member, String.class);
    }

    /** A text that is not empty. */
    public Optional<String> name(String member) {
        return text(member).filter(text -> !text.isEmpty());
    }

    /** A number, or a fallback when left out. */
    public int number(String member, int fallback) {
        return value(member, Integer.class).orElse(fallback);
    }

    /** Whether a member is given as true. */
    public boolean flag(String member) {
        return value(member, Boolean.class).orElse(false);
    }

    /** The elements of an array; one value counts as an array of one. */
    public List<Argument> list(String member) {
        Argument argument = arguments.get(member);
        if (argument == null) {
            return List.of();
        }
        if (!(argument.value() instanceof List<?> list)) {
            return List.of(argument);
        }
        return list.stream().map(Argument.class::cast).toList();
    }

    /** The texts of an array. */
    public List<String> texts(String member) {
        return list(member).stream().map(argument -> (String) argument.value()).toList();
    }

    /** Where a member's value stands, or the annotation when it is left out. */
    public Place place(String member) {
        Argument argument = arguments.get(member);
        return argument == null ? place : argument.place();
    }

    /** The same, standing at another place. */
    public AnnotationSource at(Place other) {
        return new AnnotationSource(
                type,
                other,
                arguments.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().at(other))));
    }

    /** Whether another annotation says the same, wherever it stands. */
    public boolean saysAs(AnnotationSource other) {
        return plain().equals(other.plain());
    }

    private Map<String, Object> plain() {
        return arguments.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().plain()));
    }

    private <T> Optional<T> value(String member, Class<T> type) {
        return Optional.ofNullable(arguments.get(member)).map(Argument::value).map(type::cast);
    }
}
