package dev.dataflow.query;

import dev.dataflow.type.IllegalValueException;
import java.util.List;

/**
 * Where a value is inside of JSON: the keys of objects, from the outermost on.
 *
 * @param keys the keys
 */
public record JsonPath(List<String> keys) {

    private static final int DEEPEST = 20;
    private static final int LONGEST = 255;

    /** Checks and copies the keys. */
    public JsonPath {
        keys = List.copyOf(keys);
        if (keys.size() > DEEPEST) {
            throw new IllegalValueException("has more than " + DEEPEST + " keys");
        }
        if (keys.stream().anyMatch(key -> key.isEmpty() || key.length() > LONGEST)) {
            throw new IllegalValueException("has a key that is empty or longer than " + LONGEST + " characters");
        }
        if (keys.stream().anyMatch(key -> key.chars().anyMatch(JsonPath::isRefused))) {
            throw new IllegalValueException(
                    "has a key with a quotation mark, a backslash, a bracket or a control character");
        }
    }

    /** A path whose keys are separated by points. */
    static JsonPath of(String path) {
        return new JsonPath(List.of(path.split("\\.", -1)));
    }

    /** Some databases read them as something else than a part of a key. */
    private static boolean isRefused(int unit) {
        return unit < ' ' || "\"\\[]".indexOf(unit) >= 0 || Character.isSurrogate((char) unit);
    }
}
