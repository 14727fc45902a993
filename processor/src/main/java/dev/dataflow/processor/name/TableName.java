package dev.dataflow.processor.name;

import java.util.Map;
import org.atteo.evo.inflector.English;

/** Table names: the type's name as a snake_case plural. */
public final class TableName {

    /** Where the inflector differs from what people write. */
    private static final Map<String, String> EXCEPTIONS = Map.ofEntries(
            Map.entry("data", "data"),
            Map.entry("equipment", "equipment"),
            Map.entry("goods", "goods"),
            Map.entry("info", "infos"),
            Map.entry("information", "information"),
            Map.entry("metadata", "metadata"),
            Map.entry("money", "money"),
            Map.entry("person", "people"),
            Map.entry("settings", "settings"),
            Map.entry("software", "software"),
            Map.entry("staff", "staff"));

    private TableName() {}

    /** The table of a type; only the last word is put in the plural. */
    public static String of(String simpleName) {
        String snake = SnakeCase.of(simpleName);
        int last = snake.lastIndexOf('_') + 1;
        return snake.substring(0, last) + plural(snake.substring(last));
    }

    private static String plural(String word) {
        String exception = EXCEPTIONS.get(word);
        if (exception != null) {
            return exception;
        }
        return word.isEmpty() ? word : English.plural(word);
    }
}
