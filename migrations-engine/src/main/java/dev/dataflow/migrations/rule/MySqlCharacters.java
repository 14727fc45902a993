package dev.dataflow.migrations.rule;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many bytes a character of MySQL or MariaDB has at most. */
final class MySqlCharacters {

    private static final Map<String, Integer> BYTES =
            Map.of("latin1", 1, "ascii", 1, "binary", 1, "latin2", 1, "ucs2", 2, "utf8", 3, "utf8mb3", 3);

    private MySqlCharacters() {}

    /**
     * Bytes of a character; 4 where that is not known.
     *
     * @param collation a collation, which begins with its character set
     */
    static int bytes(@Nullable String collation) {
        String set = collation == null ? "" : collation.split("_")[0];
        return BYTES.getOrDefault(set, 4);
    }
}
