package dev.dataflow.node;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.NearestName;
import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.ModelMetadata;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the key a map gives: as {@code id}, or by the names of its columns. A composite key as {@code id} is a map of its
 * parts.
 */
final class KeyInput<K> {

    static final String ID = "id";

    private final ModelMetadata<?, K, ?, ?> model;

    KeyInput(ModelMetadata<?, K, ?, ?> model) {
        this.model = model;
    }

    /** All names under which a key, or a part of one, may stand. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>(Set.of(ID));
        model.key().columns().forEach(column -> names.addAll(namesOf(column)));
        return names;
    }

    /** These names, and others a node's input may have. */
    String[] and(String... others) {
        return Stream.concat(names().stream(), Stream.of(others)).toArray(String[]::new);
    }

    /** The key that stands among other entries. */
    K in(Map<String, ?> input) {
        boolean whole = input.containsKey(ID);
        List<String> parts = names().stream()
                .filter(name -> !name.equals(ID) && input.containsKey(name))
                .toList();
        if (whole && !parts.isEmpty()) {
            throw twice(ID, parts.get(0));
        }
        if (whole) {
            return of(input.get(ID));
        }
        Map<String, Object> given = new LinkedHashMap<>();
        parts.forEach(name -> given.put(name, input.get(name)));
        return ofParts(given);
    }

    /** A key given as one value: of several columns, a map of its parts. */
    K of(@Nullable Object value) {
        if (value == null) {
            throw Refusal.noId(model);
        }
        if (!model.key().isComposite()) {
            return ofParts(Map.of(model.key().first().column(), value));
        }
        if (!(value instanceof Map<?, ?> map) || !map.keySet().stream().allMatch(String.class::isInstance)) {
            throw Refusal.of(
                    ErrorCode.TYPE_MISMATCH,
                    "`id` of " + model + " is not a map",
                    "its key has the parts " + columns(),
                    "give them by name, as in {\"" + String.join("\": …, \"", columnNames()) + "\": …}");
        }
        Map<String, Object> parts = new LinkedHashMap<>();
        map.forEach((name, part) -> parts.put(known((String) name), part));
        return ofParts(parts);
    }

    private K ofParts(Map<String, ?> given) {
        @Nullable Object[] values = new Object[model.columns().size()];
        for (Column<?> column : model.key().columns()) {
            List<String> used =
                    namesOf(column).stream().filter(given::containsKey).toList();
            if (used.size() > 1) {
                throw twice(used.get(0), used.get(1));
            }
            Object value = used.isEmpty() ? null : given.get(used.get(0));
            if (value == null) {
                throw model.key().isComposite() ? Refusal.noPart(model, column) : Refusal.noId(model);
            }
            values[model.position(column.column())] = Fields.coerce(model, column, value);
        }
        return Objects.requireNonNull(model.key().of(values));
    }

    private String known(String name) {
        if (name.equals(ID) || !names().contains(name)) {
            throw Refusal.of(
                    ErrorCode.NAME_UNKNOWN,
                    "`" + name + "` in `id` is no part of the key of " + model,
                    "its parts are " + columns(),
                    NearestName.suggest(name, columnNames()));
        }
        return name;
    }

    private RuntimeException twice(String name, String again) {
        return Refusal.of(
                ErrorCode.NAME_UNKNOWN,
                "the key of " + model + " is given twice, as `" + name + "` and as `" + again + "`",
                "it may stand under `id` or under the names of its fields, but only once",
                "leave one of the two out");
    }

    private String columns() {
        return String.join(", ", columnNames());
    }

    private List<String> columnNames() {
        return model.key().columns().stream().map(Column::column).toList();
    }

    private static Set<String> namesOf(Column<?> column) {
        Set<String> names = new LinkedHashSet<>();
        names.add(column.column());
        names.add(column.name());
        return names;
    }
}
