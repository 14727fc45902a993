package dev.dataflow.node;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.InvalidInputException;
import dev.dataflow.error.NearestName;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The input of a node as a map, read strictly: a key that is not the node's is refused. */
final class Input {

    private final String node;
    private final Map<String, ?> values;

    Input(String node, Map<String, ?> values, String... keys) {
        this.node = node;
        this.values = values;
        List<String> known = List.of(keys);
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                throw Refusal.of(
                        ErrorCode.NAME_UNKNOWN,
                        "`" + key + "` is no key of " + node,
                        "its keys are " + String.join(", ", known),
                        NearestName.suggest(key, known));
            }
        }
    }

    boolean has(String key) {
        return values.get(key) != null;
    }

    Object required(String key) {
        Object value = values.get(key);
        if (value == null) {
            throw Refusal.of(
                    ErrorCode.PARAMETER_MISSING,
                    "`" + key + "` is missing in the input of " + node,
                    "the node cannot run without it",
                    "give `" + key + "`");
        }
        return value;
    }

    boolean flag(String key, boolean otherwise) {
        Object value = values.get(key);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw wrong(key, "a boolean");
    }

    String text(String key) {
        if (required(key) instanceof String text) {
            return text;
        }
        throw wrong(key, "a text");
    }

    long number(String key, long otherwise) {
        Object value = values.get(key);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Long || value instanceof Integer || value instanceof Short) {
            return ((Number) value).longValue();
        }
        throw wrong(key, "an integer");
    }

    int small(String key, int otherwise) {
        long value = number(key, otherwise);
        if (value != (int) value) {
            throw wrong(key, "an integer of 32 bits");
        }
        return (int) value;
    }

    /** A value that must be one of a few words. */
    String word(String key, String otherwise, List<String> words) {
        Object value = values.get(key);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof String word && words.contains(word)) {
            return word;
        }
        throw wrong(key, "one of " + String.join(", ", words));
    }

    Map<String, ?> map(String key) {
        Object value = values.get(key);
        return value == null ? Map.of() : asMap(key, value);
    }

    /** The maps of a list, of anything else that gives one after the other, or of a stream. They are not kept. */
    Iterator<Map<String, ?>> maps(String key) {
        Object given = required(key);
        Iterator<?> rows;
        if (given instanceof Iterable<?> list) {
            rows = list.iterator();
        } else if (given instanceof Iterator<?> iterator) {
            rows = iterator;
        } else if (given instanceof Stream<?> stream) {
            rows = stream.iterator();
        } else {
            throw wrong(key, "a list of maps");
        }
        return new Iterator<>() {
            private long index;

            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public Map<String, ?> next() {
                return asMap(key + "[" + index++ + "]", rows.next());
            }
        };
    }

    List<String> names(String key) {
        Object value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof String name) {
            return List.of(name);
        }
        if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        throw wrong(key, "a name or a list of names");
    }

    @Nullable
    Object raw(String key) {
        return values.get(key);
    }

    @SuppressWarnings("unchecked") // every key is checked
    private Map<String, ?> asMap(String key, @Nullable Object value) {
        if (value instanceof Map<?, ?> map && map.keySet().stream().allMatch(String.class::isInstance)) {
            return (Map<String, ?>) map;
        }
        throw wrong(key, "a map with string keys");
    }

    InvalidInputException wrong(String key, String expected) {
        return Refusal.of(
                ErrorCode.TYPE_MISMATCH,
                "`" + key + "` in the input of " + node + " is not " + expected,
                "a value of another type was given",
                "give " + expected);
    }
}
