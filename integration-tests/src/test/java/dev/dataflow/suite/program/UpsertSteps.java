package dev.dataflow.suite.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Steps that change rows or create them, as a key finds them or not.
 *
 * @param run the program
 */
record UpsertSteps(ProgramRun run) {

    /**
     * A key that finds rows.
     *
     * @param field its field
     * @param many whether many rows are upserted by it at once; their other unique values would meet
     */
    private record Key(Shape shape, String field, boolean many) {}

    private static final List<Key> KEYS = List.of(
            new Key(Shape.AUTHOR, "email", true),
            new Key(Shape.ARTICLE, "slug", true),
            new Key(Shape.COUPON, "code", true),
            new Key(Shape.COUPON, "serial", true),
            new Key(Shape.COUPON, "place", false));

    void upsert() {
        Key key = values().any(KEYS);
        Map<String, Object> row = row(key, true);
        Object value = Objects.requireNonNull(row.get(key.field()));
        Object found = world().found(key.shape(), key.field(), value);
        Map<String, Object> create = new TreeMap<>(row);
        create.remove(key.field());
        Row there = found == null ? null : world().row(key.shape(), found);
        boolean expecting = key.shape().versioned() && values().oneIn(2);
        boolean stale = expecting && values().oneIn(3);
        Map<String, Object> input = new TreeMap<>(Map.of("where", Map.of(key.field(), value), "create", create));
        if (expecting) {
            input.put("version", (there == null ? 1 : there.version()) + (stale ? 1 : 0));
        }
        if (stale && there != null) {
            run.both(
                    () -> {
                        throw new Refused();
                    },
                    () -> run.call(key.shape().name() + "UpsertNode", input));
            return;
        }
        both(key, List.of(row), false, () -> {
            Map<String, @Nullable Object> done = run.call(key.shape().name() + "UpsertNode", input);
            assertThat(done).as(run.step()).containsEntry("created", found == null);
            Map<?, ?> record = (Map<?, ?>) Objects.requireNonNull(done.get("record"));
            return List.of(Objects.requireNonNull(record.get(key.shape().key())));
        });
    }

    /**
     * Several rows with different values of the key, and without other unique values; now and then they are skipped, or so many
     * that they are written another way. That their keys are not wanted makes another way, too.
     */
    void upsertMany() {
        Key key = values().any(KEYS.stream().filter(Key::many).toList());
        Map<Object, Map<String, Object>> rows = new TreeMap<>();
        boolean many = values().oneIn(4);
        if (many) {
            while (rows.size() < BulkSteps.MANY) {
                add(rows, key, apart(key));
            }
        } else {
            for (int i = values().random().nextInt(4); i >= 0; i--) {
                add(rows, key, row(key, false));
            }
        }
        boolean skip = values().oneIn(3);
        boolean wanted = values().oneIn(2);
        List<Map<String, Object>> data = new ArrayList<>(rows.values());
        both(key, data, skip, () -> {
            Map<String, @Nullable Object> done = run.call(
                    key.shape().name() + "BulkCreateNode",
                    Map.of(
                            "data",
                            data,
                            "conflict_resolution",
                            skip ? "skip" : "upsert",
                            "conflict_on",
                            List.of(key.field()),
                            "return_ids",
                            wanted));
            return wanted ? (List<?>) Objects.requireNonNull(done.get("ids")) : keys(key, data);
        });
    }

    private static void add(Map<Object, Map<String, Object>> rows, Key key, Map<String, Object> row) {
        rows.putIfAbsent(Objects.requireNonNull(row.get(key.field())), row);
    }

    /** One of many rows; half of them are new. */
    private Map<String, Object> apart(Key key) {
        Map<String, @Nullable Object> row = new TreeMap<>(row(key, false));
        values().linkToLive(key.shape(), row);
        String fresh = "m" + values().random().nextLong();
        if (values().oneIn(2)) {
            row.put(key.field(), fresh);
        }
        if (key.shape().assigned() && !key.field().equals(key.shape().key())) {
            row.put(key.shape().key(), fresh);
        }
        return RandomValues.given(row);
    }

    /** The keys that rows have which the call did not tell. */
    private List<Object> keys(Key key, List<Map<String, Object>> rows) {
        Shape shape = key.shape();
        boolean all = shape.forever().contains(key.field()) || shape.key().equals(key.field());
        List<Object> keys = new ArrayList<>();
        for (Map<String, Object> row : rows) {
            Map<String, Object> filter = Map.of(key.field(), Objects.requireNonNull(row.get(key.field())));
            List<?> found = (List<?>) Objects.requireNonNull(run.df()
                    .node(shape.name() + "ListNode")
                    .run(Map.of("filter", filter, "include_deleted", all))
                    .get("records"));
            assertThat(found).as(run.step() + " " + filter).hasSize(1);
            keys.add(Objects.requireNonNull(((Map<?, ?>) found.get(0)).get(shape.key())));
        }
        return keys;
    }

    /** The fields a caller gives; a key that upserts many is given without other unique values. */
    private Map<String, Object> row(Key key, boolean whole) {
        Shape shape = key.shape();
        Map<String, @Nullable Object> row = values().row(shape);
        if (!whole) {
            shape.unique().forEach(row::remove);
            shape.forever().forEach(row::remove);
        }
        if (shape.assigned()) {
            row.put(shape.key(), values().value(shape, shape.key()));
        }
        row.put(key.field(), values().value(shape, key.field()));
        return RandomValues.given(row);
    }

    private void both(Key key, List<Map<String, Object>> rows, boolean skip, Supplier<List<?>> database) {
        World before = world().copy();
        run.both(() -> write(key, rows, skip, null), () -> {
            List<?> keys = database.get();
            world().reset(before); // the database has given the keys
            write(key, rows, skip, keys);
        });
    }

    private void write(Key key, List<Map<String, Object>> rows, boolean skip, @Nullable List<?> keys) {
        Shape shape = key.shape();
        for (int i = 0; i < rows.size(); i++) {
            Map<String, Object> row = rows.get(i);
            Object found = world().found(shape, key.field(), Objects.requireNonNull(row.get(key.field())));
            Object written = keys == null
                    ? found == null ? row.getOrDefault(shape.key(), Long.MAX_VALUE - i) : found
                    : keys.get(i);
            if (found == null) {
                world().insert(shape, written, Row.live(shape, shape.fields()).with(fields(shape, row)));
                continue;
            }
            assertThat(written).as(run.step()).isEqualTo(found);
            if (!skip) {
                Row there = Objects.requireNonNull(world().row(shape, found));
                world().update(shape, found, there.with(fields(shape, row)));
            }
        }
    }

    private static Map<String, Object> fields(Shape shape, Map<String, Object> row) {
        Map<String, Object> fields = new TreeMap<>(row);
        fields.remove(shape.key());
        return fields;
    }

    private World world() {
        return run.world();
    }

    private RandomValues values() {
        return run.values();
    }
}
