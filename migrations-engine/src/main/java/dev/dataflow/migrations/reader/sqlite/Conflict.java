package dev.dataflow.migrations.reader.sqlite;

import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** What stands after ON CONFLICT. */
final class Conflict {

    static final String OPTION = "conflict";

    private Conflict() {}

    /** The option for it; none where it is what happens anyway. */
    static SortedMap<String, String> read(Cursor cursor) {
        SortedMap<String, String> options = new TreeMap<>();
        if (cursor.skip("ON", "CONFLICT")) {
            String action = cursor.name().toLowerCase(Locale.ROOT);
            if (!action.equals("abort")) {
                options.put(OPTION, action);
            }
        }
        return options;
    }
}
