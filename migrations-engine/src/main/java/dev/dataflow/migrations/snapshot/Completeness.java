package dev.dataflow.migrations.snapshot;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what a record must have and has not. */
public final class Completeness {

    private Completeness() {}

    /** The first component without a value that is not marked as nullable, with its path; null for none. */
    public static @Nullable String missing(Object value) {
        if (value instanceof List<?> list) {
            for (Object each : list) {
                String missing = missing(each);
                if (missing != null) {
                    return missing;
                }
            }
            return null;
        }
        if (!(value instanceof Record)) {
            return null;
        }
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            Object part = part(value, component);
            String missing = part == null
                    ? component.getAnnotatedType().isAnnotationPresent(Nullable.class) ? null : component.getName()
                    : missing(part);
            if (missing != null) {
                return part == null ? value.getClass().getSimpleName() + "." + missing : missing;
            }
        }
        return null;
    }

    private static @Nullable Object part(Object value, RecordComponent component) {
        try {
            return component.getAccessor().invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e); // accessors of public records return fields
        }
    }
}
