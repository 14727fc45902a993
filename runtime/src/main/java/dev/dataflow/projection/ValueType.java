package dev.dataflow.projection;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The type of a record's component.
 *
 * @param raw its class
 * @param arguments its type arguments, for example what an {@code Optional} is of
 */
record ValueType(Class<?> raw, List<ValueType> arguments) {

    /** Its only type argument; itself when it has none. */
    ValueType argument() {
        return arguments.isEmpty() ? this : arguments.get(0);
    }

    @Override
    public String toString() {
        return arguments.isEmpty()
                ? raw.getSimpleName()
                : raw.getSimpleName()
                        + arguments.stream().map(ValueType::toString).collect(Collectors.joining(", ", "<", ">"));
    }
}
