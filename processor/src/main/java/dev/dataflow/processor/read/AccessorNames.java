package dev.dataflow.processor.read;

import java.util.ArrayList;
import java.util.List;

/** The names a property's accessors may have. */
final class AccessorNames {

    private static final String IS = "is";

    private AccessorNames() {}

    /**
     * What may read a property, the likeliest first.
     *
     * @param name its name
     * @param bool whether it is a {@code boolean} or {@code Boolean}
     */
    static List<String> getters(String name, boolean bool) {
        List<String> names = new ArrayList<>(List.of("get" + capital(name)));
        if (bool) {
            names.add(IS + capital(name));
        }
        names.add(name);
        return names;
    }

    /** What may write a property, the likeliest first. */
    static List<String> setters(String name, boolean bool) {
        List<String> names = new ArrayList<>(List.of("set" + capital(name)));
        if (bool && isPrefixed(name)) {
            names.add("set" + withoutIs(name));
        }
        names.add(name);
        return names;
    }

    /** Whether a name reads as a question, such as {@code isOpen}. */
    static boolean isPrefixed(String name) {
        return name.startsWith(IS) && name.length() > 2 && !Character.isLowerCase(name.charAt(2));
    }

    /** The rest of such a name, such as {@code Open}. */
    static String withoutIs(String name) {
        return name.substring(2);
    }

    static String capital(String name) {
        return name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
    }
}
