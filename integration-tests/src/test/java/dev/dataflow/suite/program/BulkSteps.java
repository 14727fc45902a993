package dev.dataflow.suite.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Steps that change many rows.
 *
 * @param run the program
 */
record BulkSteps(ProgramRun run) {

    /** From this many rows on they are sent by COPY, or staged. */
    static final int MANY = 36;

    private static final String FUTURE = "2200-01-01T00:00:00Z";

    /** A few rows; now and then so many that they are loaded another way. */
    void create(Shape shape) {
        boolean many = values().oneIn(5);
        create(shape, many ? MANY : 1 + values().random().nextInt(3), many);
    }

    /** Rows to begin with; few of those that keep others from being deleted. */
    void populate(Shape shape) {
        create(shape, shape.links().stream().anyMatch(link -> link.action() == Shape.Action.RESTRICT) ? 2 : 5, true);
    }

    private void create(Shape shape, int count, boolean apart) {
        List<Row> rows = new ArrayList<>();
        List<Object> keys = new ArrayList<>();
        List<Map<String, Object>> data = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Row row = Row.live(shape, apart ? apart(shape) : values().row(shape));
            Map<String, Object> given = RandomValues.given(row.values());
            rows.add(row);
            if (shape.assigned()) {
                keys.add(apart ? key(shape, count, i) : values().value(shape, shape.key()));
                given.put(shape.key(), keys.get(i));
            } else {
                keys.add(Long.MAX_VALUE - i); // until the database has given theirs
            }
            data.add(given);
        }
        World before = world().copy();
        run.both(() -> insert(shape, keys, rows), () -> {
            Object ids = run.call(shape.name() + "BulkCreateNode", Map.of("data", data, "return_ids", true))
                    .get("ids");
            world().reset(before);
            insert(shape, (List<?>) Objects.requireNonNull(ids), rows);
        });
    }

    /** Of a few rows one that other tenants have, too. */
    private Object key(Shape shape, int count, int row) {
        return count == MANY ? "m" + values().random().nextLong() : shape.key().charAt(0) + String.valueOf(row);
    }

    /** Values that do not meet, mostly: of many rows one with a value that is taken would refuse all. */
    private Map<String, @Nullable Object> apart(Shape shape) {
        Map<String, @Nullable Object> values = values().row(shape);
        shape.unique()
                .forEach(field -> values.put(
                        field, field.equals("email") ? "m" + values().random().nextLong() : null));
        shape.forever().forEach(field -> values.put(field, null));
        values().linkToLive(shape, values);
        return values;
    }

    private void insert(Shape shape, List<?> keys, List<Row> rows) {
        for (int i = 0; i < rows.size(); i++) {
            world().insert(shape, keys.get(i), rows.get(i));
        }
    }

    /** All rows with a value get another. */
    void update(Shape shape) {
        Object from = values().plain(shape);
        Object to = values().plain(shape);
        List<Object> keys = world().live(shape, with(shape, from));
        run.both(
                () -> keys.forEach(
                        key -> world().update(shape, key, row(shape, key).with(shape.plain(), to))),
                () -> assertThat(run.call(
                                shape.name() + "BulkUpdateNode",
                                Map.of("filter", Map.of(shape.plain(), from), "update", Map.of(shape.plain(), to))))
                        .as(run.step())
                        .containsEntry("updated", (long) keys.size()));
    }

    /** Rows get their own new values by key; those that are deleted or not there do not. */
    void updateByKey(Shape shape) {
        Map<Object, Object> changes = new TreeMap<>();
        int count = values().oneIn(5) ? MANY : 3;
        for (int i = 0; i < count; i++) {
            changes.put(values().key(shape), values().plain(shape));
        }
        List<Object> live = changes.keySet().stream()
                .filter(key ->
                        world().row(shape, key) != null && !row(shape, key).deleted())
                .toList();
        List<Map<String, Object>> data = new ArrayList<>();
        changes.forEach((key, value) -> data.add(Map.of(shape.key(), key, shape.plain(), value)));
        Map<String, Object> input =
                shape.versioned() ? Map.of("data", data, "any_version", true) : Map.of("data", data);
        run.both(
                () -> live.forEach(
                        key -> world().update(shape, key, row(shape, key).with(shape.plain(), changes.get(key)))),
                () -> assertThat(run.call(shape.name() + "BulkUpdateNode", input))
                        .as(run.step())
                        .containsEntry("updated", (long) live.size()));
    }

    /** Rows with a value, the first ones of them or all; those that are deleted, too, when it is hard. */
    void delete(Shape shape) {
        Object value = values().plain(shape);
        boolean hard = values().oneIn(4);
        int limit = values().oneIn(3) ? 3 : 10_000;
        List<Object> keys = world().keys(shape, with(shape, value).and(row -> hard || !row.deleted())).stream()
                .limit(limit)
                .toList();
        run.both(
                () -> world().delete(shape, keys, hard),
                () -> assertThat(run.call(
                                shape.name() + "BulkDeleteNode",
                                limit > 3
                                        ? Map.of("filter", Map.of(shape.plain(), value), "hard", hard)
                                        : Map.of("filter", Map.of(shape.plain(), value), "hard", hard, "limit", limit)))
                        .as(run.step())
                        .containsEntry("deleted", (long) keys.size()));
    }

    void restore(Shape shape) {
        Object value = values().plain(shape);
        List<Object> keys = deleted(shape, value);
        run.both(
                () -> world().restore(shape, keys),
                () -> assertThat(run.call(
                                shape.name() + "BulkUpdateNode",
                                Map.of("filter", Map.of(shape.plain(), value), "restore", true)))
                        .as(run.step())
                        .containsEntry("updated", (long) keys.size()));
    }

    void purge(Shape shape) {
        Object value = values().plain(shape);
        List<Object> keys = deleted(shape, value);
        run.both(
                () -> world().delete(shape, keys, true),
                () -> assertThat(run.call(
                                shape.name() + "BulkDeleteNode",
                                Map.of("filter", Map.of(shape.plain(), value), "purge_before", FUTURE)))
                        .as(run.step())
                        .containsEntry("deleted", (long) keys.size()));
    }

    private List<Object> deleted(Shape shape, Object value) {
        return world().keys(shape, with(shape, value).and(Row::deleted));
    }

    private static Predicate<Row> with(Shape shape, Object value) {
        return row -> value.equals(row.get(shape.plain()));
    }

    private Row row(Shape shape, Object key) {
        return Objects.requireNonNull(world().row(shape, key));
    }

    private World world() {
        return run.world();
    }

    private RandomValues values() {
        return run.values();
    }
}
