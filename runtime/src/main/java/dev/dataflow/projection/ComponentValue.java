package dev.dataflow.projection;

import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Turns a column's value into a component's, where that loses nothing. */
final class ComponentValue {

    private static final Map<Class<?>, Integer> INTEGERS =
            Map.of(Byte.class, 8, Short.class, 16, Integer.class, 32, Long.class, 64);

    private ComponentValue() {}

    /**
     * How values become a component's.
     *
     * @param column the column's type
     * @param component the component's type
     * @return null when some value would be lost
     */
    static @Nullable UnaryOperator<@Nullable Object> of(Class<?> column, ValueType component) {
        if (component.raw() == Optional.class && !component.arguments().isEmpty()) {
            UnaryOperator<@Nullable Object> inner = of(column, component.argument());
            return inner == null || component.argument().raw() == Optional.class
                    ? null
                    : value -> Optional.ofNullable(value).map(inner);
        }
        Class<?> wanted = MethodType.methodType(component.raw()).wrap().returnType();
        if (wanted.isAssignableFrom(column)) {
            return value -> value;
        }
        UnaryOperator<Object> widened = widened(column, wanted);
        return widened == null ? null : value -> value == null ? null : widened.apply(value);
    }

    private static @Nullable UnaryOperator<Object> widened(Class<?> column, Class<?> wanted) {
        int bits = INTEGERS.getOrDefault(column, 0);
        if (wanted == Double.class && (column == Float.class || bits > 0 && bits <= 32)) {
            return value -> ((Number) value).doubleValue();
        }
        if (bits == 0 || bits > INTEGERS.getOrDefault(wanted, 0)) {
            return null;
        }
        if (wanted == Long.class) {
            return value -> ((Number) value).longValue();
        }
        return wanted == Integer.class ? value -> ((Number) value).intValue() : value -> ((Number) value).shortValue();
    }
}
