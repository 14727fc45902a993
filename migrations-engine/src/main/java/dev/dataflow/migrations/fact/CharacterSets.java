package dev.dataflow.migrations.fact;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Character sets of MySQL and MariaDB, which stand at the beginning of a collation's name. */
final class CharacterSets {

    private static final Set<String> ALL = Set.of("utf8mb4", "utf16", "utf16le", "utf32", "gb18030");

    private CharacterSets() {}

    /** The character set of a collation; empty where it has none. */
    static String of(@Nullable String collation) {
        String own = String.valueOf(collation);
        return own.substring(0, Math.max(0, own.indexOf('_')));
    }

    /** Whether a set has each character, or there is none that could not. */
    static boolean holdsAll(String set) {
        return set.isEmpty() || ALL.contains(set);
    }
}
