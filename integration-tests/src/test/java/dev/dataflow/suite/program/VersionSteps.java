package dev.dataflow.suite.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Steps that write what was decided on rows as they were some steps before, or may have been. */
final class VersionSteps {

    private static final int MANY = 36;

    private final ProgramRun run;
    private final List<Held> held = new ArrayList<>();

    VersionSteps(ProgramRun run) {
        this.run = run;
    }

    /**
     * A row as a read node gave it.
     *
     * @param record what the node gave
     * @param row the same in the world of then
     */
    private record Held(Shape shape, Object key, Map<String, @Nullable Object> record, Row row) {}

    /** Keeps a row in mind. */
    void read(Shape shape) {
        Object key = values().key(shape);
        Row row = world().row(shape, key);
        if (row != null && !row.deleted()) {
            held.add(new Held(
                    shape, key, run.df().node(shape.name() + "ReadNode").run(Map.of(shape.key(), key)), row));
        }
    }

    /** Writes a row that was kept in mind: refused when it was written since, or joined with what was. */
    void write() {
        if (held.isEmpty()) {
            return;
        }
        Held base = values().any(held);
        Shape shape = base.shape();
        Row there = world().row(shape, base.key());
        Map<String, @Nullable Object> fields = new TreeMap<>(values().row(shape));
        String changed = values().any(new ArrayList<>(fields.keySet()));
        fields.keySet().removeIf(field -> !field.equals(changed) && values().oneIn(2));
        boolean merged = values().oneIn(2);
        run.both(
                () -> {
                    if (there == null || there.deleted() || isLate(base.row(), there, merged, fields)) {
                        throw new Refused();
                    }
                    world().update(shape, base.key(), there.with(fields));
                },
                () -> run.call(
                        shape.name() + "UpdateNode",
                        Map.of(
                                "filter",
                                Map.of(shape.key(), base.key()),
                                "fields",
                                fields,
                                "base",
                                base.record(),
                                "on_conflict",
                                merged ? "merge" : "fail")));
    }

    private static boolean isLate(Row base, Row there, boolean merged, Map<String, @Nullable Object> fields) {
        if (base.version() == there.version()) {
            return false;
        }
        return !merged
                || there.version() < base.version()
                || fields.entrySet().stream()
                        .anyMatch(field -> !Objects.equals(base.get(field.getKey()), there.get(field.getKey()))
                                && !Objects.equals(field.getValue(), there.get(field.getKey())));
    }

    /** Changes a row by what it holds; this program is alone, so that it runs once. */
    void modify() {
        Object key = values().key(Shape.COUPON);
        Row there = world().row(Shape.COUPON, key);
        run.both(
                () -> {
                    if (there == null || there.deleted()) {
                        throw new Refused();
                    }
                    int amount = (Integer) Objects.requireNonNull(there.get("amount"));
                    world().update(Shape.COUPON, key, there.with("amount", (amount + 1) % 4));
                },
                () -> CouponNodes.on(run.df())
                        .modify((String) key, (coupon, patch) -> patch.amount((coupon.amount() + 1) % 4)));
    }

    /** Rows get their own new values by key, each for a version, which is not always the one it has. */
    void updateMany(Shape shape) {
        Map<Object, Map<String, Object>> rows = new TreeMap<>();
        int count = values().oneIn(5) ? MANY : 1 + values().random().nextInt(3);
        boolean someStale = values().oneIn(2);
        List<Object> stale = new ArrayList<>();
        List<Object> live = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Object key = values().key(shape);
            Row row = world().row(shape, key);
            boolean there = row != null && !row.deleted();
            long version = row == null ? 1 : row.version();
            boolean late = someStale && values().oneIn(3);
            if (rows.containsKey(key)) {
                continue;
            }
            Map<String, Object> data = new HashMap<>();
            data.put(shape.key(), key);
            data.put(shape.plain(), values().plain(shape));
            data.put("version", late ? version + (values().oneIn(2) && version > 1 ? -1 : 1) : version);
            rows.put(key, data);
            if (there) {
                (late ? stale : live).add(key);
            }
        }
        String mode = values().any(List.of("fail", "continue", "last_writer_wins", "any"));
        Map<String, Object> input = new HashMap<>(Map.of("data", new ArrayList<>(rows.values())));
        switch (mode) {
            case "continue" -> input.put("on_error", "continue");
            case "last_writer_wins" -> input.put("on_conflict", mode);
            case "any" -> input.put("any_version", true);
            default -> {}
        }
        if (mode.equals("last_writer_wins") || mode.equals("any")) {
            live.addAll(stale);
            stale.clear();
        }
        boolean refused = mode.equals("fail") && !stale.isEmpty();
        run.both(
                () -> {
                    if (refused) {
                        throw new Refused();
                    }
                    live.forEach(key -> world().update(
                                    shape,
                                    key,
                                    Objects.requireNonNull(world().row(shape, key))
                                            .with(
                                                    shape.plain(),
                                                    Objects.requireNonNull(rows.get(key))
                                                            .get(shape.plain()))));
                },
                () -> assertThat(run.call(shape.name() + "BulkUpdateNode", input))
                        .as(run.step())
                        .containsEntry("updated", (long) live.size())
                        .containsEntry("failed", (long) stale.size()));
    }

    private World world() {
        return run.world();
    }

    private RandomValues values() {
        return run.values();
    }
}
