package dev.dataflow.node;

import dev.dataflow.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code sort}, or {@code order_by}, of a list: {@code "-total"}, {@code [{"total": -1}]}, or a list of names.
 *
 * @param input the node's input
 */
record SortInput(Input input) {

    String[] names() {
        if (input.has("sort") && input.has("order_by")) {
            throw Refusal.of(
                    ErrorCode.OPTION_INVALID,
                    "`sort` and `order_by` are both given",
                    "they mean the same",
                    "leave one of them out");
        }
        String key = input.has("order_by") ? "order_by" : "sort";
        List<String> names = new ArrayList<>();
        read(key, input.raw(key), names);
        return names.toArray(new String[0]);
    }

    private void read(String key, @Nullable Object value, List<String> names) {
        if (value instanceof String name) {
            names.add(name);
        } else if (value instanceof List<?> list) {
            list.forEach(item -> read(key, item, names));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((name, direction) -> names.add(direction(key, direction) + name));
        } else if (value != null) {
            throw input.wrong(key, "a name, a map of names to 1 or -1, or a list of those");
        }
    }

    private String direction(String key, @Nullable Object direction) {
        if (direction instanceof Number number && (number.intValue() == 1 || number.intValue() == -1)) {
            return number.intValue() == 1 ? "" : "-";
        }
        throw input.wrong(key, "1 for ascending or -1 for descending");
    }
}
