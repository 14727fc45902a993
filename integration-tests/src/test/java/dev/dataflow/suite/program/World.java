package dev.dataflow.suite.program;

import dev.dataflow.suite.program.Shape.Action;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the tables of a random program should hold, as plain maps by key, with the simplest code that says so. */
final class World {

    private final Map<Shape, TreeMap<Object, Row>> tables = new HashMap<>();

    World() {
        Shape.ALL.forEach(shape -> tables.put(shape, new TreeMap<>()));
    }

    World copy() {
        World copy = new World();
        tables.forEach((shape, rows) -> copy.table(shape).putAll(rows));
        return copy;
    }

    /** Goes back to what it was. */
    void reset(World before) {
        tables.forEach((shape, rows) -> {
            rows.clear();
            rows.putAll(before.table(shape));
        });
    }

    TreeMap<Object, Row> table(Shape shape) {
        return Objects.requireNonNull(tables.get(shape));
    }

    @Nullable
    Row row(Shape shape, Object key) {
        return table(shape).get(key);
    }

    /** The keys of rows, in their order. */
    List<Object> keys(Shape shape, Predicate<Row> matching) {
        List<Object> keys = new ArrayList<>();
        table(shape).forEach((key, row) -> {
            if (matching.test(row)) {
                keys.add(key);
            }
        });
        return keys;
    }

    /** The keys of live rows, in their order. */
    List<Object> live(Shape shape, Predicate<Row> matching) {
        return keys(shape, matching.and(row -> !row.deleted()));
    }

    /** The row that an upsert by a field finds; deleted ones, too, where they keep their values. */
    @Nullable
    Object found(Shape shape, String field, Object value) {
        if (field.equals(shape.key())) {
            return table(shape).containsKey(value) ? value : null;
        }
        boolean all = shape.forever().contains(field);
        List<Object> keys = keys(shape, row -> value.equals(row.get(field)) && (all || !row.deleted()));
        return keys.isEmpty() ? null : keys.get(0);
    }

    /** Refuses a new row that has the key of another. */
    void checkNew(Shape shape, @Nullable Object key, Row row) {
        if (key != null && table(shape).containsKey(key)) {
            throw new Refused();
        }
        check(shape, key, row);
    }

    /** Refuses a live row whose unique values are taken, or that points to what does not live. */
    private void check(Shape shape, @Nullable Object key, Row row) {
        shape.unique().forEach(field -> unique(shape, key, row, field, other -> !other.deleted()));
        shape.forever().forEach(field -> unique(shape, key, row, field, other -> true));
        for (Shape.Link link : shape.links()) {
            Object target = row.get(link.field());
            if (target != null) {
                Row there = row(Shape.named(link.target()), target);
                if (there == null || there.deleted()) {
                    throw new Refused();
                }
            }
        }
    }

    private void unique(Shape shape, @Nullable Object key, Row row, String field, Predicate<Row> compared) {
        Object value = row.get(field);
        table(shape).forEach((other, there) -> {
            if (value != null && !other.equals(key) && compared.test(there) && value.equals(there.get(field))) {
                throw new Refused();
            }
        });
    }

    void insert(Shape shape, Object key, Row row) {
        checkNew(shape, key, row);
        table(shape).put(key, row);
    }

    /** Changes a row and has it live. */
    void update(Shape shape, Object key, Row row) {
        table(shape).put(key, row.written(false));
        check(shape, key, row);
    }

    /** Makes rows live again. */
    void restore(Shape shape, List<Object> keys) {
        keys.forEach(key -> table(shape).computeIfPresent(key, (same, row) -> row.written(false)));
        keys.forEach(key -> check(shape, key, Objects.requireNonNull(row(shape, key))));
    }

    /** Deletes rows with what goes with them. */
    void delete(Shape shape, List<Object> keys, boolean hard) {
        boolean removes = hard || !shape.soft();
        Map<Shape, TreeSet<Object>> doomed = new HashMap<>();
        doom(shape, keys, removes, doomed);
        doomed.forEach((each, gone) -> gone.forEach(key -> {
            if (removes) {
                table(each).remove(key);
            } else {
                table(each).computeIfPresent(key, (same, row) -> row.written(true));
            }
        }));
        doomed.forEach((target, gone) -> target.referring().forEach(each -> leave(each, gone, removes)));
    }

    private void doom(Shape shape, List<Object> keys, boolean removes, Map<Shape, TreeSet<Object>> doomed) {
        for (Object key : keys) {
            if (doomed.computeIfAbsent(shape, each -> new TreeSet<>()).add(key)) {
                shape.referring()
                        .filter(each -> each.link().action() == Action.CASCADE)
                        .forEach(each -> doom(
                                each.shape(),
                                keys(each.shape(), row -> points(row, each.link(), key, removes)),
                                removes,
                                doomed));
            }
        }
    }

    private static boolean points(Row row, Shape.Link link, Object key, boolean deletedToo) {
        return key.equals(row.get(link.field())) && (deletedToo || !row.deleted());
    }

    /** What rows do that point to rows that are gone, and are still there. */
    private void leave(Shape.Referring each, TreeSet<Object> gone, boolean removed) {
        for (Object key : gone) {
            List<Object> pointing = keys(each.shape(), row -> points(row, each.link(), key, removed));
            if (!pointing.isEmpty() && each.link().action() == Action.RESTRICT) {
                throw new Refused();
            }
            pointing.forEach(other -> table(each.shape())
                    .computeIfPresent(
                            other,
                            (same, row) -> row.with(each.link().field(), null).written(row.deleted())));
        }
    }
}
