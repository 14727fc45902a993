package dev.dataflow.projection;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The type of a record's component.
 *
 * @param raw its class
 * @param arguments its type arguments, for example what an {@code Optional} is of
 */
record ValueType(Class<?> raw, List<ValueType> arguments) {

    /** What it holds if it is an {@code Optional}, else itself. */
    ValueType value() {
        return raw == Optional.class ? argument() : this;
    }

    /**
     * Whether values of this type are of another as far as its type arguments go.
     *
     * @param wanted the other, whose class is checked elsewhere
     */
    boolean holds(ValueType wanted) {
        return wanted.arguments.stream().allMatch(argument -> argument.raw == Object.class)
                || wanted.arguments.equals(value().arguments);
    }

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
