package dev.dataflow.suite.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares what nodes read with the world.
 *
 * @param run the program
 */
record Views(ProgramRun run) {

    private static final Set<String> MANAGED = Set.of("created_at", "updated_at", "deleted_at", "version", "tenant_id");

    /** Looks at a model in one of many ways. */
    void any(Shape shape) {
        switch (values().random().nextInt(9)) {
            case 0 -> counted(shape);
            case 1 -> aggregated(shape);
            case 2 -> one(shape);
            case 3 -> related(shape);
            case 4 -> included(shape);
            case 5 -> paged(shape);
            case 6 -> streamed();
            default -> whole(shape);
        }
    }

    /** All rows of a model with all values, tombstones and their marks included. */
    void whole(Shape shape) {
        TreeMap<Object, Row> found = new TreeMap<>();
        for (Map<?, ?> record : records(
                shape, shape.soft() ? Map.of("include_deleted", true, "limit", 10_000) : Map.of("limit", 10_000))) {
            Map<String, @Nullable Object> fields = new TreeMap<>();
            record.forEach((field, value) -> {
                if (!MANAGED.contains((String) field) && !field.equals(shape.key())) {
                    fields.put((String) field, value);
                }
            });
            assertThat(record.get("tenant_id")).as(run.step()).isEqualTo(run.tenant());
            long version = shape.versioned() ? (Long) Objects.requireNonNull(record.get("version")) : 0;
            found.put(key(shape, record), new Row(fields, record.get("deleted_at") != null, version));
        }
        assertThat(found).as(run.step() + ", all of " + shape.name()).isEqualTo(world().table(shape));
    }

    private void counted(Shape shape) {
        Object value = values().plain(shape);
        assertThat(run.df().node(shape.name() + "CountNode").run(Map.of("filter", Map.of(shape.plain(), value))))
                .as(run.step())
                .containsEntry("count", (long) world().live(shape, row -> value.equals(row.get(shape.plain())))
                        .size());
    }

    private void aggregated(Shape shape) {
        boolean deleted = shape.soft() && values().oneIn(2);
        Map<Object, Long> expected = new TreeMap<>();
        world().keys(shape, row -> deleted || !row.deleted())
                .forEach(key -> expected.merge(
                        Objects.requireNonNull(world().table(shape).get(key).get(shape.plain())), 1L, Long::sum));
        Map<Object, Object> found = new TreeMap<>();
        for (Map<?, ?> group : list(run.df()
                .node(shape.name() + "AggregateNode")
                .run(Map.of(
                        "group_by",
                        List.of(shape.plain()),
                        "aggregate",
                        Map.of("n", Map.of("$count", "*")),
                        "include_deleted",
                        deleted))
                .get("groups"))) {
            found.put(Objects.requireNonNull(group.get(shape.plain())), Objects.requireNonNull(group.get("n")));
        }
        assertThat(found).as(run.step()).isEqualTo(expected);
    }

    private void one(Shape shape) {
        Object key = values().key(shape);
        Row row = world().row(shape, key);
        boolean deleted = shape.soft() && values().oneIn(2);
        assertThat(run.df()
                        .node(shape.name() + "ReadNode")
                        .run(Map.of(shape.key(), key, "raise_on_not_found", false, "include_deleted", deleted)))
                .as(run.step())
                .containsEntry("found", row != null && (deleted || !row.deleted()));
    }

    /** Rows that a row points to which lives. */
    private void related(Shape shape) {
        referring(shape).ifPresent(each -> {
            List<Object> pointed = world().live(shape, row -> true).stream()
                    .filter(key -> !pointing(each, key).isEmpty())
                    .toList();
            assertThat(keys(
                            shape,
                            Map.of("filter", Map.of(each.link().back(), Map.of("$some", Map.of())), "limit", 10_000)))
                    .as(run.step() + " " + each.link().back())
                    .isEqualTo(pointed);
        });
    }

    private Optional<Shape.Referring> referring(Shape shape) {
        List<Shape.Referring> all = shape.referring().toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(values().any(all));
    }

    private List<Object> pointing(Shape.Referring each, @Nullable Object key) {
        return world().live(
                        each.shape(), row -> Objects.equals(row.get(each.link().field()), key));
    }

    private void included(Shape shape) {
        referring(shape).ifPresent(each -> {
            String back = each.link().back();
            for (Map<?, ?> record : records(shape, Map.of("include", List.of(back), "limit", 10_000))) {
                assertThat(list(record.get(back)).stream().map(row -> key(each.shape(), row)))
                        .as(run.step() + " " + back)
                        .containsExactlyElementsOf(pointing(each, key(shape, record)));
            }
        });
    }

    /** Pages by a cursor, in the order of the plain field. */
    private void paged(Shape shape) {
        List<Object> expected = world().live(shape, row -> true);
        int limit = Math.max(1, (expected.size() + 1) / 2);
        List<Object> found = new ArrayList<>();
        Map<String, Object> asked = new TreeMap<>(Map.of("sort", List.of("-" + shape.plain()), "limit", limit));
        for (Object cursor = ""; cursor != null; ) {
            Map<String, @Nullable Object> page =
                    run.df().node(shape.name() + "ListNode").run(asked);
            list(page.get("records")).forEach(record -> found.add(key(shape, record)));
            cursor = page.get("next_cursor");
            if (cursor != null) {
                asked.put("after", cursor);
            }
        }
        assertThat(found).as(run.step()).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** The typed faces that have none in maps. */
    private void streamed() {
        AuthorNodes authors = AuthorNodes.on(run.df());
        boolean deleted = values().oneIn(2);
        Predicate<Row> seen = row -> deleted || !row.deleted();
        Runnable whole = () -> {
            AuthorNodes streaming = AuthorNodes.on(run.df());
            try (Stream<Author> all = deleted ? streaming.stream(q -> q.includeDeleted()) : streaming.stream(q -> {})) {
                assertThat(all.map(Author::id).sorted().toList())
                        .as(run.step())
                        .isEqualTo(world().keys(Shape.AUTHOR, seen));
            }
        };
        if (values().oneIn(2)) {
            run.inTransaction(whole);
        } else {
            whole.run();
        }
        List<Long> ids = world().keys(Shape.AUTHOR, row -> true).stream()
                .map(Long.class::cast)
                .toList();
        assertThat(authors.readAll(ids).stream().map(Author::id).toList())
                .as(run.step())
                .isEqualTo(world().live(Shape.AUTHOR, row -> true));
    }

    private List<Object> keys(Shape shape, Map<String, Object> input) {
        return records(shape, input).stream().map(record -> key(shape, record)).toList();
    }

    private List<Map<?, ?>> records(Shape shape, Map<String, Object> input) {
        return list(run.df().node(shape.name() + "ListNode").run(input).get("records"));
    }

    private static Object key(Shape shape, Map<?, ?> record) {
        return Objects.requireNonNull(record.get(shape.key()));
    }

    private static List<Map<?, ?>> list(@Nullable Object rows) {
        List<Map<?, ?>> list = new ArrayList<>();
        ((List<?>) Objects.requireNonNull(rows)).forEach(row -> list.add((Map<?, ?>) row));
        return list;
    }

    private World world() {
        return run.world();
    }

    private RandomValues values() {
        return run.values();
    }
}
