package dev.dataflow.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.dataflow.query.BulkQuery;
import dev.dataflow.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Random filters find the rows that the rules say, on every database. {@code -Dfilters.random=50000} runs more, and
 * {@code -Dfilters.seed} repeats a run.
 */
class RandomFilterTest extends EngineSuite {

    private static final int COUNT = Integer.getInteger("filters.random", 3000);
    private static final long SEED = Long.getLong("filters.seed", System.nanoTime());
    private static final int DEPTH = 3;

    private final ItemNodes items = ItemNodes.on(df);
    private final ShelfNodes shelves = ShelfNodes.on(df);

    RandomFilterTest(TestDatabase database) {
        super(database);
    }

    private FilterEvaluator rows(Random random) {
        FilterValues values = new FilterValues(random);
        items.bulkUpdate(BulkQuery::confirmed, p -> p.wholeId(null));
        items.bulkDelete(BulkQuery::confirmed);
        shelves.bulkDelete(BulkQuery::confirmed);
        List<Shelf> places = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            places.add(shelves.create(new Shelf(null, values.text(), values.maybe(values::integer))));
        }
        List<Item> stored = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Long whole = stored.isEmpty()
                    ? null
                    : values.maybe(() -> values.one(stored).id());
            stored.add(items.create(new Item(
                    null,
                    values.text(),
                    values.maybe(values::text),
                    values.maybe(values::text),
                    values.maybe(values::integer),
                    values.decimal(),
                    values.maybe(values::binary),
                    values.maybe(random::nextBoolean),
                    values.maybe(() -> values.one(List.of(Color.values()))),
                    values.maybe(values::instant),
                    values.maybe(values::date),
                    values.maybe(values::uuid),
                    values.maybe(values::bytes),
                    values.maybe(() -> values.json(2)),
                    values.maybe(() -> values.some(3, values::text)),
                    values.maybe(() -> values.some(3, () -> (long) values.integer())),
                    random.nextInt(3) == 0 ? whole : null,
                    values.maybe(() -> values.one(places).id()))));
        }
        return new FilterEvaluator(stored, places);
    }

    @Test
    void findsTheRowsThatTheRulesSay() {
        Random random = new Random(SEED);
        FilterEvaluator evaluator = rows(random);
        RandomFilters filters = new RandomFilters(random);
        int some = 0;
        for (int i = 0; i < COUNT; i++) {
            Map<String, @Nullable Object> filter = filters.items(DEPTH);
            String run = "-Dfilters.seed=" + SEED + ", filter " + i + " on " + database.engine() + ": " + filter;
            List<Long> expected = evaluator.items().stream()
                    .filter(item -> evaluator.matches(item, filter))
                    .map(Item::id)
                    .toList();
            List<Long> found = ids(filter, run);
            assertThat(found)
                    .as(() -> run + "\nof rows " + differing(evaluator, expected, found))
                    .isEqualTo(expected);
            some += expected.isEmpty() || expected.size() == evaluator.items().size() ? 0 : 1;
        }
        assertThat(some)
                .as("filters that find some rows, -Dfilters.seed=" + SEED)
                .isGreaterThan(COUNT / 4);
    }

    private static List<Item> differing(FilterEvaluator evaluator, List<Long> expected, List<Long> found) {
        return evaluator.items().stream()
                .filter(item -> expected.contains(item.id()) != found.contains(item.id()))
                .toList();
    }

    @SuppressWarnings("unchecked") // the shape of a list's answer
    private List<Long> ids(Map<String, @Nullable Object> filter, String run) {
        try {
            Map<String, Object> page =
                    df.node("ItemListNode").run(Map.of("filter", filter, "fields", List.of("id"), "sort", "id"));
            return ((List<Map<String, Object>>) page.get("records"))
                    .stream().map(row -> (Long) row.get("id")).toList();
        } catch (RuntimeException e) {
            return fail(run, e);
        }
    }
}
