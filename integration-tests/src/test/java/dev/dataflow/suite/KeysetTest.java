package dev.dataflow.suite;

import static dev.dataflow.suite.ItemTable.ITEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dataflow.error.DataFlowException;
import dev.dataflow.query.BulkQuery;
import dev.dataflow.query.Page;
import dev.dataflow.testing.TestDatabase;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Pages walked by cursor, in random orders, are what sorting in memory gives. {@code -Dkeyset.random=2000} tries more, and
 * {@code -Dkeyset.seed} repeats a run.
 */
class KeysetTest extends EngineSuite {

    private static final int COUNT = Integer.getInteger("keyset.random", 25);
    private static final long SEED = Long.getLong("keyset.seed", System.nanoTime());

    /** What a row is sorted by; texts by code point, which is how their UTF-8 is sorted. */
    private static final Map<String, Comparator<Item>> FIELDS = new LinkedHashMap<>();

    static {
        FIELDS.put("name", by(item -> item.name().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned));
        FIELDS.put("note", by(item -> bytes(item.note()), Arrays::compareUnsigned));
        FIELDS.put("rank", by(Item::rank, Comparator.naturalOrder()));
        FIELDS.put("price", by(Item::price, Comparator.naturalOrder()));
        FIELDS.put("weight", by(Item::weight, Comparator.naturalOrder()));
        FIELDS.put("active", by(Item::active, Comparator.naturalOrder()));
        FIELDS.put(
                "color", by(item -> item.color() == null ? null : item.color().name(), Comparator.naturalOrder()));
        FIELDS.put("seen_at", by(Item::seenAt, Comparator.naturalOrder()));
        FIELDS.put("made_on", by(Item::madeOn, Comparator.naturalOrder()));
        FIELDS.put("tag", by(item -> item.tag() == null ? null : uuid(item.tag()), Comparator.naturalOrder()));
        FIELDS.put("digest", by(Item::digest, Arrays::compareUnsigned));
        FIELDS.put("id", by(Item::id, Comparator.naturalOrder()));
    }

    private final ItemNodes items = ItemNodes.on(df);
    private final SampleNodes samples = SampleNodes.on(df);

    KeysetTest(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void emptyItems() {
        items.bulkUpdate(BulkQuery::confirmed, p -> p.wholeId(null));
        items.bulkDelete(BulkQuery::confirmed);
        STATEMENTS.clear();
    }

    private static <T> Comparator<Item> by(Function<Item, @Nullable T> value, Comparator<? super T> order) {
        return Comparator.comparing(value, Comparator.nullsFirst(order));
    }

    private static byte @Nullable [] bytes(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    private static String uuid(UUID value) {
        return value.toString();
    }

    private static Item item(FilterValues values) {
        return new Item(
                null,
                values.text(),
                values.maybe(values::text),
                null,
                values.maybe(values::integer),
                values.decimal(),
                values.maybe(values::binary),
                values.maybe(values.random::nextBoolean),
                values.maybe(() -> values.one(List.of(Color.values()))),
                values.maybe(values::instant),
                values.maybe(values::date),
                values.maybe(values::uuid),
                values.maybe(values::bytes),
                null,
                null,
                null,
                null,
                null);
    }

    @Test
    void pagesInAnyOrderAreTheSortedRows() {
        Random random = new Random(SEED);
        FilterValues values = new FilterValues(random);
        for (int i = 0; i < 60; i++) {
            Item made = item(values);
            items.create(made);
            if (random.nextInt(3) == 0) {
                items.create(made);
            }
        }
        List<Item> stored = items.list(q -> q.limit(1000)).records();
        for (int i = 0; i < COUNT; i++) {
            List<String> sort = new ArrayList<>();
            Comparator<Item> order = null;
            boolean descending = false;
            List<String> names = new ArrayList<>(FIELDS.keySet());
            Collections.shuffle(names, random);
            for (String name : names.subList(0, random.nextInt(4))) {
                descending = random.nextBoolean();
                sort.add(descending ? "-" + name : name);
                Comparator<Item> step = descending ? FIELDS.get(name).reversed() : FIELDS.get(name);
                order = order == null ? step : order.thenComparing(step);
            }
            Comparator<Item> key = descending ? FIELDS.get("id").reversed() : FIELDS.get("id");
            order = order == null ? key : order.thenComparing(key);
            int least = random.nextInt(5);
            List<Long> expected = stored.stream()
                    .filter(item -> item.id() > stored.get(least).id())
                    .sorted(order)
                    .map(Item::id)
                    .toList();
            int limit = 1 + random.nextInt(25);
            String run = "-Dkeyset.seed=" + SEED + ", order " + i + " on " + database.engine() + ": " + sort;
            Map<String, Object> filter =
                    Map.of("id", Map.of("$gt", stored.get(least).id()));
            assertThat(random.nextBoolean() ? walk(sort, filter, limit) : turn(sort, filter, limit))
                    .as(run)
                    .isEqualTo(expected);
        }
    }

    /** By cursors of the map face. */
    private List<Long> walk(List<String> sort, Map<String, Object> filter, int limit) {
        List<Long> found = new ArrayList<>();
        Object after = null;
        do {
            Map<String, Object> input = new LinkedHashMap<>(
                    Map.of("filter", filter, "sort", sort, "limit", limit, "fields", List.of("id")));
            if (after != null) {
                input.put("after", after);
            }
            Map<String, @Nullable Object> page = df.node("ItemListNode").run(input);
            StoreSuite.records(page).forEach(row -> found.add((Long) row.get("id")));
            after = page.get("next_cursor");
        } while (after != null);
        return found;
    }

    /** By next() of the typed face. */
    private List<Long> turn(List<String> sort, Map<String, Object> filter, int limit) {
        List<Long> found = new ArrayList<>();
        Page<Item> page = items.list(
                q -> q.filter(filter).sort(sort.toArray(new String[0])).limit(limit));
        page.records().forEach(row -> found.add(row.id()));
        while (page.hasNext()) {
            page = page.next();
            assertThat(page.count()).isBetween(1, limit);
            page.records().forEach(row -> found.add(row.id()));
        }
        assertThat(page.nextCursor()).isEmpty();
        return found;
    }

    @Test
    void compositeKeysBreakTies() {
        Instant now = Instant.parse("2026-01-02T03:04:05.123456Z");
        for (int i = 0; i < 12; i++) {
            int number = i;
            samples.create(d -> d.takenAt(now.plusSeconds(number % 3))
                    .color(Color.values()[number % 2])
                    .level(new BigDecimal(number).movePointLeft(4))
                    .value(1.5)
                    .count(number % 2));
        }
        for (String sort : List.of("count", "-count", "-value", "-color", "level")) {
            List<Sample> whole = samples.list(q -> q.sort(sort)).records();
            List<Sample> walked = new ArrayList<>();
            Page<Sample> page = samples.list(q -> q.sort(sort).limit(5));
            walked.addAll(page.records());
            while (page.hasNext()) {
                String cursor = page.nextCursor().orElseThrow();
                page = samples.list(q -> q.sort(sort).limit(5).after(cursor));
                walked.addAll(page.records());
            }
            assertThat(walked).as(sort).isEqualTo(whole).hasSize(12);
        }
    }

    @Test
    void rowsAreSkippedFromTheCursorOn() {
        FilterValues values = new FilterValues(new Random(1));
        List<Long> made = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            made.add(items.create(item(values)).id());
        }
        // columns that the model does not show can be sorted by, too
        Page<Item> page = items.list(q -> q.sort("created_at", "id").limit(2).withTotal());
        assertThat(page.total()).hasValue(8);
        String cursor = page.nextCursor().orElseThrow();
        Page<Item> rest =
                items.list(q -> q.sort("created_at", "id").after(cursor).offset(3));
        assertThat(ids(rest)).isEqualTo(made.subList(5, 8));
        assertThat(page.next().total()).hasValue(8);
        assertThat(ids(page.next())).isEqualTo(made.subList(2, 4));
        assertThat(ids(page)).isEqualTo(made.subList(0, 2));
    }

    private static List<Long> ids(Page<Item> page) {
        return page.records().stream().map(Item::id).toList();
    }

    @Test
    void cursorsAreOfTheirQueryOnly() {
        FilterValues values = new FilterValues(new Random(1));
        for (int i = 0; i < 4; i++) {
            items.create(item(values));
        }
        String cursor = items.list(q ->
                        q.gte(ITEM.PRICE, new BigDecimal("-1e9")).sort("-name").limit(1))
                .nextCursor()
                .orElseThrow();
        assertThat(items.list(q -> q.gte(ITEM.PRICE, new BigDecimal("-1e9"))
                                .sort("-name")
                                .after(cursor))
                        .records())
                .hasSize(3);
        String of = refused(() -> items.list(
                q -> q.gte(ITEM.PRICE, new BigDecimal("-1e8")).sort("-name").after(cursor)));
        assertThat(of).isEqualTo("DF-133");
        assertThat(refused(() -> items.list(q ->
                        q.gte(ITEM.PRICE, new BigDecimal("-1e9")).sort("name").after(cursor))))
                .isEqualTo("DF-133");
        assertThat(refused(() -> items.list(q -> q.sort("-name").after(cursor))))
                .isEqualTo("DF-133");
        assertThat(refused(() -> samples.list(q -> q.after(cursor)))).isEqualTo("DF-133");
        // conditions of jOOQ have values, too
        String plain = items.list(
                        q -> q.where(ITEM.PRICE.ge(new BigDecimal("-1e9"))).limit(1))
                .nextCursor()
                .orElseThrow();
        assertThat(items.list(q ->
                                q.where(ITEM.PRICE.ge(new BigDecimal("-1e9"))).after(plain))
                        .records())
                .hasSize(3);
        assertThat(refused(() -> items.list(
                        q -> q.where(ITEM.PRICE.ge(new BigDecimal("-1e8"))).after(plain))))
                .isEqualTo("DF-133");
    }

    @Test
    void hostileCursorsAreRefused() {
        FilterValues values = new FilterValues(new Random(1));
        items.create(item(values));
        items.create(item(values));
        String cursor = items.list(q -> q.limit(1)).nextCursor().orElseThrow();
        List<String> hostile = new ArrayList<>(List.of(
                "",
                " ",
                "A",
                "AQ",
                "null",
                "' or 1=1 --",
                "AAAA",
                "é",
                "\u0000",
                "AQ".repeat(4000),
                cursor + "A",
                cursor + "=",
                " " + cursor,
                cursor.toLowerCase(java.util.Locale.ROOT),
                cursor + cursor));
        for (int i = 0; i < cursor.length(); i++) {
            hostile.add(cursor.substring(0, i));
            char other = cursor.charAt(i) == 'A' ? 'Q' : 'A';
            hostile.add(cursor.substring(0, i) + other + cursor.substring(i + 1));
        }
        STATEMENTS.clear();
        for (String given : hostile) {
            assertThat(refused(() -> items.list(q -> q.after(given)))).as(given).isEqualTo("DF-132");
        }
        assertThat(STATEMENTS).isEmpty();
        assertThat(refused(() -> items.list(q -> q.after(cursor)).next())).isEqualTo("DF-134");
    }

    private static String refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        DataFlowException caught = catchThrowableOfType(DataFlowException.class, call);
        assertThat(caught).as("what is to be refused").isNotNull();
        return caught.code().id();
    }

    @Test
    void keysOfInstancesDecideWhereCursorsHold() {
        items.create(item(new FilterValues(new Random(1))));
        items.create(item(new FilterValues(new Random(2))));
        String cursor = items.list(q -> q.limit(1)).nextCursor().orElseThrow();
        String key = "0123456789 0123456789 0123456789";
        try (var one = dev.dataflow.DataFlow.builder()
                        .url(database.url())
                        .autoMigrate(false)
                        .cursorKey(key)
                        .build();
                var two = dev.dataflow.DataFlow.builder()
                        .url(database.url())
                        .autoMigrate(false)
                        .cursorKey(key)
                        .build()) {
            assertThat(refused(() -> ItemNodes.on(one).list(q -> q.after(cursor))))
                    .isEqualTo("DF-132");
            String shared = ItemNodes.on(one).list(q -> q.limit(1)).nextCursor().orElseThrow();
            assertThat(ItemNodes.on(two).list(q -> q.after(shared)).count()).isOne();
        }
    }
}
