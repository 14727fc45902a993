package dev.dataflow.suite;

import static dev.dataflow.suite.ItemTable.ITEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.query.BulkQuery;
import dev.dataflow.query.CountQuery;
import dev.dataflow.query.ListQuery;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Filters find the same rows on every database, by every node and both faces. */
class FilterTest extends EngineSuite {

    private final ItemNodes items = ItemNodes.on(df);

    FilterTest(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void rows() {
        items.bulkUpdate(BulkQuery::confirmed, p -> p.wholeId(null));
        items.bulkDelete(BulkQuery::confirmed);
        ShelfNodes.on(df).bulkDelete(BulkQuery::confirmed);
        items.create(d -> d.name("Apple")
                .note("50% off_\\ now!")
                .rank(1)
                .price(new BigDecimal("9.90"))
                .active(true)
                .color(Color.RED)
                .seenAt(Instant.parse("2026-01-01T00:00:00.000001Z"))
                .madeOn(LocalDate.parse("2026-01-01")));
        items.create(d -> d.name("apple")
                .note("ÉCOLE ΣΟΦΟΣ İ")
                .rank(2)
                .price(new BigDecimal("10"))
                .active(false));
        items.create(d -> d.name("Äpfel").rank(10).price(new BigDecimal("-3.5")).color(Color.GREEN));
        items.create(d -> d.name("b*a?[r]").note("line\nfeed").price(new BigDecimal("0")));
        STATEMENTS.clear();
    }

    private List<String> names(Map<String, ?> filter) {
        List<String> names = names(q -> q.filter(filter));
        assertThat(items.count(q -> q.filter(filter))).isEqualTo(names.size());
        return names;
    }

    private List<String> names(Consumer<ListQuery> query) {
        return items.list(query.andThen(q -> q.orderBy(ITEM.ID))).records().stream()
                .map(Item::name)
                .toList();
    }

    private static Map<String, @Nullable Object> one(String key, @Nullable Object value) {
        Map<String, @Nullable Object> map = new HashMap<>();
        map.put(key, value);
        return map;
    }

    private static Map<String, ?> is(String field, String operator, @Nullable Object value) {
        return one(field, one(operator, value));
    }

    @Test
    void comparesValues() {
        assertThat(names(is("rank", "$eq", 2))).containsExactly("apple");
        assertThat(names(is("rank", "$ne", 2))).containsExactly("Apple", "Äpfel");
        assertThat(names(is("rank", "$gt", 2))).containsExactly("Äpfel");
        assertThat(names(is("rank", "$gte", 2))).containsExactly("apple", "Äpfel");
        assertThat(names(is("rank", "$lt", 2))).containsExactly("Apple");
        assertThat(names(is("rank", "$lte", 2))).containsExactly("Apple", "apple");
        assertThat(names(is("price", "$between", List.of("-3.5", "9.90"))))
                .containsExactly("Apple", "Äpfel", "b*a?[r]");
        assertThat(names(is("price", "$lt", "9.9000001"))).containsExactly("Apple", "Äpfel", "b*a?[r]");
        assertThat(names(is("name", "$gt", "a"))).containsExactly("apple", "Äpfel", "b*a?[r]");
        assertThat(names(is("seen_at", "$gte", "2026-01-01T00:00:00.0000019Z"))).containsExactly("Apple");
        assertThat(names(is("madeOn", "$lte", "2026-01-01"))).containsExactly("Apple");
        assertThat(names(is("color", "$in", List.of("RED", Color.GREEN)))).containsExactly("Apple", "Äpfel");
        assertThat(names(is("color", "$nin", List.of("RED")))).containsExactly("Äpfel");
        assertThat(names(Map.of("rank", Map.of("$gte", 1, "$lt", 10), "active", true)))
                .containsExactly("Apple");
    }

    @Test
    void nullIsUnknown() {
        assertThat(names(is("rank", "$eq", null))).containsExactly("b*a?[r]");
        assertThat(names(is("rank", "$ne", null))).hasSize(3);
        assertThat(names(is("rank", "$null", true))).containsExactly("b*a?[r]");
        assertThat(names(is("rank", "$null", false))).hasSize(3);
        assertThat(names(is("rank", "$exists", true))).hasSize(3);
        assertThat(names(Map.of("$not", Map.of("rank", 1)))).containsExactly("apple", "Äpfel");
        assertThat(names(is("rank", "$not", Map.of("$gt", 1)))).containsExactly("Apple");
        assertThat(names(Map.of("$nor", List.of(Map.of("rank", 1), Map.of("rank", 2)))))
                .containsExactly("Äpfel");
        assertThat(names(is("rank", "$in", List.of()))).isEmpty();
        assertThat(names(is("rank", "$nin", List.of()))).hasSize(4);
        assertThat(names(one("$and", List.of()))).hasSize(4);
        assertThat(names(one("$or", List.of()))).isEmpty();
        assertThat(names(one("$nor", List.of()))).hasSize(4);
        assertThat(names(one("$not", Map.of()))).isEmpty();
    }

    @Test
    void looksIntoText() {
        assertThat(names(is("name", "$like", "%pp%"))).containsExactly("Apple", "apple");
        assertThat(names(is("name", "$like", "a____"))).containsExactly("apple");
        assertThat(names(is("name", "$like", "_pfel"))).containsExactly("Äpfel");
        assertThat(names(is("name", "$ilike", "ÄPF%"))).containsExactly("Äpfel");
        assertThat(names(is("name", "$ilike", "APPLE"))).containsExactly("Apple", "apple");
        assertThat(names(is("note", "$ilike", "école%σοφοσ i"))).containsExactly("apple");
        assertThat(names(is("note", "$ilike", "%ΣΟΦΟΣ İ"))).containsExactly("apple");
        assertThat(names(is("note", "$like", "50\\% off\\_\\\\ %!"))).containsExactly("Apple");
        assertThat(names(is("note", "$contains", "% off_\\ n"))).containsExactly("Apple");
        assertThat(names(is("note", "$contains", "_%"))).isEmpty();
        assertThat(names(is("name", "$contains", "*a?["))).containsExactly("b*a?[r]");
        assertThat(names(is("name", "$startsWith", "A"))).containsExactly("Apple");
        assertThat(names(is("name", "$endsWith", "[r]"))).containsExactly("b*a?[r]");
        assertThat(names(is("note", "$endsWith", "now!"))).containsExactly("Apple");
        assertThat(names(is("note", "$contains", ""))).hasSize(3);
    }

    @Test
    void matchesExpressions() {
        assertThat(names(is("name", "$regex", "^[Aa]p{2}le$"))).containsExactly("Apple", "apple");
        assertThat(names(is("name", "$regex", "^.pf"))).containsExactly("Äpfel");
        assertThat(names(is("name", "$regex", "(?:pfel|\\[r\\])$"))).containsExactly("Äpfel", "b*a?[r]");
        assertThat(names(is("note", "$regex", "e.f"))).isEmpty();
        assertThat(names(is("note", "$regex", "e\\sf"))).containsExactly("b*a?[r]");
        assertThat(names(is("note", "$regex", "line$"))).isEmpty();
        assertThat(names(is("note", "$regex", "\\d+%\\W\\w+"))).containsExactly("Apple");
        assertThat(names(is("note", "$regex", "[^\\w%!\\\\ \\-]"))).containsExactly("apple", "b*a?[r]");
    }

    @Test
    void theTypedFaceSaysTheSame() {
        assertThat(names(q -> q.eq(ITEM.RANK, 2))).containsExactly("apple");
        assertThat(names(q -> q.ne(ITEM.RANK, 2).gt(ITEM.PRICE, BigDecimal.ZERO)))
                .containsExactly("Apple");
        assertThat(names(q -> q.in(ITEM.COLOR, Color.RED, Color.GREEN))).containsExactly("Apple", "Äpfel");
        assertThat(names(q -> q.notIn(ITEM.COLOR, List.of(Color.RED)))).containsExactly("Äpfel");
        assertThat(names(q -> q.between(ITEM.RANK, 2, 10).isNull(ITEM.NOTE))).containsExactly("Äpfel");
        assertThat(names(q -> q.isNotNull(ITEM.RANK).lte(ITEM.RANK, 2).lt(ITEM.RANK, 2)))
                .containsExactly("Apple");
        assertThat(names(q -> q.gte(ITEM.RANK, 2).startsWith(ITEM.NAME, "a"))).containsExactly("apple");
        assertThat(names(q -> q.or(
                        a -> a.eq(ITEM.RANK, 1), a -> a.contains(ITEM.NAME, "[").isNull(ITEM.RANK))))
                .containsExactly("Apple", "b*a?[r]");
        assertThat(names(q -> q.not(a -> a.like(ITEM.NAME, "A%")))).containsExactly("apple", "Äpfel", "b*a?[r]");
        assertThat(names(q -> q.ilike(ITEM.NAME, "a%").regex(ITEM.NAME, "^A").endsWith(ITEM.NAME, "e")))
                .containsExactly("Apple");
        assertThat(names(q -> q.or(a -> a.where(ITEM.RANK.mod(2).eq(1)), a -> a.filter(Map.of("rank", 2)))))
                .containsExactly("Apple", "apple");
        assertThat(names(q -> q.or(a -> a.where(DSL.noCondition()), a -> a.eq(ITEM.RANK, 2))))
                .hasSize(4);
    }

    /** MySQL and MariaDB try one way after the other; they must not leave out rows without a word. */
    @Test
    void costlyExpressionsAreErrorsAtMost() {
        items.bulkUpdate(q -> q.eq(ITEM.NAME, "Apple"), p -> p.note("a".repeat(300) + "bc"));
        Consumer<ListQuery> costly = q -> q.regex(ITEM.NOTE, "a*a*a*a*a*a*a*a*c$");
        if (on(Engine.MYSQL) || on(Engine.MARIADB)) {
            assertThatThrownBy(() -> names(costly)).hasMessageContaining("DF-127");
            assertThatThrownBy(() -> items.bulkDelete(q -> q.regex(ITEM.NOTE, "a*a*a*a*a*a*a*a*c$")))
                    .hasMessageContaining("DF-127");
        } else {
            assertThat(names(costly)).containsExactly("Apple");
        }
    }

    @Test
    void followsRelations() {
        Shelf shelf = ShelfNodes.on(df).create(d -> d.label("top").floor(2));
        items.bulkUpdate(q -> q.in(ITEM.NAME, "Apple", "apple"), p -> p.shelfId(shelf.id()));
        long apple = items.list(q -> q.eq(ITEM.NAME, "Apple")).records().get(0).id();
        items.bulkUpdate(q -> q.ne(ITEM.ID, apple).isNotNull(ITEM.RANK), p -> p.wholeId(apple));
        assertThat(names(Map.of("shelf", is("label", "$like", "t%")))).containsExactly("Apple", "apple");
        assertThat(names(Map.of("$not", Map.of("shelf", is("floor", "$gt", 1)))))
                .containsExactly("Äpfel", "b*a?[r]");
        assertThat(names(one("shelf", null))).containsExactly("Äpfel", "b*a?[r]");
        assertThat(names(is("whole", "$exists", true))).containsExactly("apple", "Äpfel");
        assertThat(names(Map.of("whole", Map.of("shelf", Map.of("label", "top")))))
                .containsExactly("apple", "Äpfel");
        assertThat(names(Map.of("parts", Map.of("$some", is("rank", "$gt", 2)))))
                .containsExactly("Apple");
        assertThat(names(Map.of("parts", Map.of("$none", is("rank", "$gt", 2)))))
                .hasSize(3);
        assertThat(names(Map.of("parts", Map.of("$every", is("rank", "$gt", 1)))))
                .hasSize(4);
        assertThat(names(Map.of("parts", Map.of("$every", is("rank", "$gt", 2)))))
                .doesNotContain("Apple");
        assertThat(names(q ->
                        q.related("whole", c -> c.where(ITEM.NAME.eq("Apple")).eq(ITEM.RANK, 1))))
                .containsExactly("apple", "Äpfel");
        assertThat(names(q -> q.relatedNone("parts", c -> {}).relatedEvery("parts", c -> c.isNull(ITEM.RANK))))
                .hasSize(3);
        assertThat(ShelfNodes.on(df).count(q -> q.related("items", c -> c.where(ITEM.RANK.gt(1)))))
                .isEqualTo(1);
    }

    @Test
    void changesRowsByWhatTheyAreRelatedTo() {
        Shelf shelf = ShelfNodes.on(df).create(d -> d.label("top").floor(2));
        items.bulkUpdate(q -> q.eq(ITEM.NAME, "Apple"), p -> p.shelfId(shelf.id()));
        long apple = items.list(q -> q.eq(ITEM.NAME, "Apple")).records().get(0).id();
        items.bulkUpdate(q -> q.ne(ITEM.ID, apple), p -> p.wholeId(apple));
        assertThat(items.bulkUpdate(q -> q.related("whole", c -> c.eq(ITEM.RANK, 1)), p -> p.code("x"))
                        .updated())
                .isEqualTo(3);
        assertThat(items.bulkUpdate(
                                q -> q.related("shelf", s -> s.related("items", c -> c.isNull(ITEM.CODE)))
                                        .limit(5),
                                p -> p.code("y"))
                        .updated())
                .isEqualTo(1);
        assertThat(items.bulkUpdate(
                                q -> q.related("parts", c -> c.eq(ITEM.CODE, "x")),
                                p -> p.setExpression(ITEM.RANK, ITEM.RANK.add(1))
                                        .setExpression(ITEM.CODE, ITEM.NAME))
                        .updated())
                .isEqualTo(1);
        assertThat(items.bulkDelete(q -> q.related("whole", c -> c.eq(ITEM.CODE, "Apple")))
                        .deleted())
                .isEqualTo(3);
        assertThat(ShelfNodes.on(df)
                        .bulkDelete(q -> q.relatedNone("items", c -> {}))
                        .deleted())
                .isZero();
    }

    @Test
    void looksIntoJsonAndLists() {
        items.bulkUpdate(
                q -> q.eq(ITEM.NAME, "Apple"),
                p -> p.meta(Map.of("color", "red", "size", Map.of("width", 2.5, "round", true)))
                        .labels(List.of("a", "B"))
                        .scores(List.of(1L, Long.MAX_VALUE)));
        items.bulkUpdate(
                q -> q.eq(ITEM.NAME, "apple"), p -> p.meta(Map.of("color", 5)).labels(List.of()));
        assertThat(names(Map.of("meta.color", "red"))).containsExactly("Apple");
        items.bulkUpdate(q -> q.eq(ITEM.RANK, 10), p -> p.meta(Map.of("color", "😀")));
        assertThat(names(Map.of("meta.color", "😀"))).containsExactly("Äpfel");
        assertThat(names(is("meta.color", "$like", "_"))).containsExactly("Äpfel");
        assertThat(names(Map.of("meta.color", 5.0))).containsExactly("apple");
        assertThat(names(is("meta.color", "$ne", "blue"))).containsExactly("Apple", "Äpfel");
        assertThat(names(is("meta.size.width", "$between", List.of(2, 3)))).containsExactly("Apple");
        assertThat(names(is("meta.size", "$exists", true))).containsExactly("Apple");
        assertThat(names(is("meta.size", "$null", true))).hasSize(3);
        assertThat(names(q -> q.inside(ITEM.META, "size.round", v -> v.eq(true))))
                .containsExactly("Apple");
        assertThat(names(
                        q -> q.inside(ITEM.META, "color", v -> v.startsWith("r").in(List.of("red")))))
                .containsExactly("Apple");
        assertThat(names(is("labels", "$contains", "a"))).containsExactly("Apple");
        assertThat(names(q -> q.containsAll(ITEM.SCORES, List.of(Long.MAX_VALUE))))
                .containsExactly("Apple");
        assertThat(names(q -> q.containsAll(ITEM.SCORES, List.of(Long.MAX_VALUE - 1))))
                .isEmpty();
        // characters of four bytes, and escaped ones
        String text = "\uD83D\uDE00\"\\\n\u2028";
        items.bulkUpdate(q -> q.eq(ITEM.NAME, "Äpfel"), p -> p.meta(Map.of("color", text)));
        assertThat(names(Map.of("meta.color", text))).containsExactly("Äpfel");
        assertThat(names(is("meta.color", "$gt", "red"))).containsExactly("Äpfel");
        assertThat(names(is("meta.color", "$startsWith", "?"))).isEmpty();
        assertThat(names(q -> q.overlaps(ITEM.LABELS, List.of("b", "B")))).containsExactly("Apple");
        assertThat(names(q -> q.size(ITEM.LABELS, 0))).containsExactly("apple");
        assertThat(names(is("labels", "$size", Map.of("$gt", 1)))).containsExactly("Apple");
    }

    @Test
    void everyNodeTakesThem() {
        assertThat(items.bulkUpdate(q -> q.ilike(ITEM.NAME, "APPLE"), p -> p.code("x"))
                        .updated())
                .isEqualTo(2);
        assertThat(items.bulkUpdate(q -> q.gte(ITEM.RANK, 1).limit(1), p -> p.code("y"))
                        .updated())
                .isEqualTo(1);
        assertThat(names(is("code", "$eq", "y"))).containsExactly("Apple");
        assertThat(df.node("ItemCountNode").run(Map.of("filter", is("code", "$in", List.of("x", "y")))))
                .containsEntry("count", 2L);
        assertThat(items.bulkDelete(q -> q.filter(is("name", "$regex", "^[Aa]")))
                        .deleted())
                .isEqualTo(2);
        assertThat(df.node("ItemBulkDeleteNode").run(Map.of("filter", is("price", "$lt", 0))))
                .containsEntry("deleted", 1L);
        assertThat(items.count(q -> {})).isEqualTo(1);
    }

    @Test
    void oneShapeIsOneStatement() {
        Consumer<Consumer<CountQuery>> count = items::count;
        count.accept(q -> q.in(ITEM.RANK, 1, 2, 3).like(ITEM.NAME, "a%"));
        count.accept(q -> q.in(ITEM.RANK, 1, 2, 3, 4).like(ITEM.NAME, "%"));
        assertThat(STATEMENTS).hasSize(2);
        assertThat(STATEMENTS.get(0).sql()).isEqualTo(STATEMENTS.get(1).sql());
    }

    @Test
    void listsOfTenThousandValues() {
        List<Integer> many = java.util.stream.IntStream.range(1, 10_001).boxed().toList();
        assertThat(items.count(q -> q.in(ITEM.RANK, many))).isEqualTo(3);
        assertThat(items.count(q -> q.notIn(ITEM.RANK, many))).isZero();
        assertThat(names(is("id", "$in", Arrays.asList(-1L, -2, (short) 3)))).hasSizeLessThan(2);
    }
}
