package dev.dataflow.suite.program;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a step says of the version of the row it changes.
 *
 * @param keys as it says so in maps
 * @param stale whether that is another version than the row has, and not to be passed over
 */
record Said(Map<String, Object> keys, boolean stale) {

    static final Said NOTHING = new Said(Map.of(), false);

    /** The version of a row, or, less often, another one, or any. */
    static Said any(RandomValues values, @Nullable Row row) {
        long version = row == null ? 1 : row.version();
        long other = values.oneIn(2) && version > 1 ? version - 1 : version + 1;
        return switch (values.random().nextInt(6)) {
            case 0 -> new Said(Map.of("version", other), true);
            case 1 -> new Said(Map.of("version", other, "on_conflict", "fail"), true);
            case 2 -> new Said(Map.of("version", other, "on_conflict", "last_writer_wins"), false);
            case 3 -> new Said(Map.of("any_version", true), false);
            default -> new Said(Map.of("version", version), false);
        };
    }

    void check() {
        if (stale) {
            throw new Refused();
        }
    }

    Map<String, Object> and(Map<String, ?> input) {
        Map<String, Object> all = new HashMap<>(input);
        all.putAll(keys);
        return all;
    }
}
