package dev.dataflow.migrations.planfile;

import dev.dataflow.migrations.change.Change;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The kinds of change: {@code column.add} is a {@code ColumnChange.Add}. They are part of the form. */
final class ChangeKinds {

    private static final Map<String, Class<?>> TYPES = types(Change.class, new TreeMap<>());

    private ChangeKinds() {}

    static String of(Class<?> type) {
        String noun = type.getDeclaringClass().getSimpleName().replace("Change", "");
        return lower(noun) + "." + lower(type.getSimpleName());
    }

    /**
     * The type of a kind.
     *
     * @throws IllegalArgumentException when there is none
     */
    static Class<?> type(String kind) {
        Class<?> type = TYPES.get(kind);
        if (type == null) {
            throw new IllegalArgumentException("there is no kind of change `" + kind + "`");
        }
        return type;
    }

    private static Map<String, Class<?>> types(Class<?> type, Map<String, Class<?>> types) {
        if (type.isSealed()) {
            for (Class<?> each : type.getPermittedSubclasses()) {
                types(each, types);
            }
        } else {
            types.put(of(type), type);
        }
        return types;
    }

    private static String lower(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
