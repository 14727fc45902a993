package dev.dataflow.projection;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record rows are read into. Nothing is generated for it, so this is the one place where classes are looked into at run
 * time: once, when it is first read into.
 */
final class RecordType<T> {

    /**
     * A component.
     *
     * @param name its name
     * @param type its type
     */
    record Component(String name, ValueType type) {}

    private final List<Component> components;
    private final MethodHandle constructor;

    private RecordType(List<Component> components, MethodHandle constructor) {
        this.components = components;
        this.constructor = constructor;
    }

    /** Looks into a class; null when it may not be. */
    static <T> @Nullable RecordType<T> of(Class<T> type) {
        RecordComponent[] declared = type.getRecordComponents();
        Class<?>[] types = Arrays.stream(declared).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<T> canonical = type.getDeclaredConstructor(types);
            if (!canonical.trySetAccessible()) {
                return null;
            }
            MethodHandle handle = MethodHandles.lookup()
                    .unreflectConstructor(canonical)
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
            return new RecordType<>(
                    Arrays.stream(declared)
                            .map(component -> new Component(component.getName(), valueType(component.getGenericType())))
                            .toList(),
                    handle);
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }

    List<Component> components() {
        return components;
    }

    @SuppressWarnings("unchecked") // the constructor is that of T
    T make(@Nullable Object[] values) {
        try {
            return (T) constructor.invokeExact(values);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a record's constructor threw a checked exception", e);
        }
    }

    /** The type that a model declares for one of its components; null when it has none of that name. */
    static @Nullable ValueType declared(Class<?> model, String component) {
        for (Class<?> type = model; type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(component)) {
                    return valueType(field.getGenericType());
                }
            }
        }
        return null;
    }

    private static ValueType valueType(Type type) {
        if (type instanceof Class<?> raw) {
            return new ValueType(raw, List.of());
        }
        if (type instanceof ParameterizedType generic) {
            return new ValueType(
                    (Class<?>) generic.getRawType(),
                    Arrays.stream(generic.getActualTypeArguments())
                            .map(RecordType::valueType)
                            .toList());
        }
        return type instanceof WildcardType wildcard
                ? valueType(wildcard.getUpperBounds()[0])
                : new ValueType(Object.class, List.of());
    }
}
