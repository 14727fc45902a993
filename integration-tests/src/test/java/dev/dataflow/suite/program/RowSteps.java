package dev.dataflow.suite.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Steps that change one row.
 *
 * @param run the program
 */
record RowSteps(ProgramRun run) {

    void create(Shape shape) {
        Row row = Row.live(shape, values().row(shape));
        Map<String, Object> given = RandomValues.given(row.values());
        Object assigned = shape.assigned() ? values().value(shape, shape.key()) : null;
        if (assigned != null) {
            given.put(shape.key(), assigned);
        }
        run.both(() -> world().checkNew(shape, assigned, row), () -> {
            Map<String, @Nullable Object> stored = run.call(shape.name() + "CreateNode", given);
            world().insert(shape, Objects.requireNonNull(stored.get(shape.key())), row);
        });
    }

    void update(Shape shape) {
        Object key = values().key(shape);
        Row there = world().row(shape, key);
        Map<String, @Nullable Object> fields = values().row(shape);
        Said said = said(shape, there);
        run.both(
                () -> {
                    if (there == null || there.deleted()) {
                        throw new Refused();
                    }
                    said.check();
                    world().update(shape, key, there.with(fields));
                },
                () -> run.call(
                        shape.name() + "UpdateNode",
                        said.and(Map.of("filter", Map.of(shape.key(), key), "fields", fields))));
    }

    void delete(Shape shape) {
        Object key = values().key(shape);
        boolean hard = values().oneIn(4);
        Row row = world().row(shape, key);
        boolean there = row != null && (hard || !row.deleted());
        Said said = said(shape, row);
        run.both(
                () -> {
                    if (there) {
                        said.check();
                    }
                    world().delete(shape, there ? List.of(key) : List.of(), hard);
                },
                () -> assertThat(
                                run.call(shape.name() + "DeleteNode", said.and(Map.of(shape.key(), key, "hard", hard))))
                        .as(run.step())
                        .containsEntry("deleted", there));
    }

    private Said said(Shape shape, @Nullable Row row) {
        return shape.versioned() ? Said.any(values(), row) : Said.NOTHING;
    }

    void restore(Shape shape) {
        Object key = values().key(shape);
        Row row = world().row(shape, key);
        run.both(
                () -> {
                    if (row == null || !row.deleted()) {
                        throw new Refused();
                    }
                    world().restore(shape, List.of(key));
                },
                () -> run.call(
                        shape.name() + "UpdateNode", Map.of("filter", Map.of(shape.key(), key), "restore", true)));
    }

    private World world() {
        return run.world();
    }

    private RandomValues values() {
        return run.values();
    }
}
