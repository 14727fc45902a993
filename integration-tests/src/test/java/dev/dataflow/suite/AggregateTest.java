package dev.dataflow.suite;

import static dev.dataflow.suite.ExtremeTable.EXTREME;
import static dev.dataflow.suite.ItemTable.ITEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.dataflow.query.AggregateFunction;
import dev.dataflow.query.AggregateQuery;
import dev.dataflow.query.BulkQuery;
import dev.dataflow.query.Group;
import dev.dataflow.testing.TestDatabase;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.Field;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Groups hold the same values on every database, exactly, in both faces. */
class AggregateTest extends EngineSuite {

    private static final List<String> SUMMED =
            List.of("int8", "int16", "int32", "int64", "whole", "fine", "digit", "big");

    private final ItemNodes items = ItemNodes.on(df);

    AggregateTest(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void rows() {
        items.bulkUpdate(BulkQuery::confirmed, p -> p.wholeId(null));
        items.bulkDelete(BulkQuery::confirmed);
        item("a", "9.90", Color.RED, 1);
        item("B", "0.05", Color.RED, 2);
        item("ä", "0.05", Color.RED, null);
        item("c", "-1", Color.GREEN, Integer.MAX_VALUE);
        item("d", "2", null, Integer.MAX_VALUE);
        STATEMENTS.clear();
    }

    private void item(String name, String price, Color color, Integer rank) {
        items.create(d -> d.name(name)
                .price(new BigDecimal(price))
                .color(color)
                .rank(rank)
                .madeOn(LocalDate.parse("2026-01-01").plusDays(name.length())));
    }

    private static void all(AggregateQuery query) {
        query.groupBy(ITEM.COLOR)
                .sum("revenue", ITEM.PRICE)
                .avg("mean", ITEM.PRICE)
                .min("first", ITEM.NAME)
                .max("last", ITEM.NAME)
                .count("n")
                .count("ranked", ITEM.RANK)
                .countDistinct("prices", ITEM.PRICE);
    }

    @Test
    void groups() {
        List<Group> groups = items.aggregate(AggregateTest::all);
        assertThat(groups).extracting(group -> group.get(ITEM.COLOR)).containsExactly(null, Color.GREEN, Color.RED);
        Group red = groups.get(2);
        assertThat(red.decimal("revenue")).isEqualTo(new BigDecimal("10.00"));
        assertThat(red.decimal("mean")).isEqualTo(new BigDecimal("3.333333"));
        assertThat(red.value("first", String.class)).isEqualTo("B");
        assertThat(red.value("last", String.class)).isEqualTo("ä");
        assertThat(red.count("n")).isEqualTo(3);
        assertThat(red.count("ranked")).isEqualTo(2);
        assertThat(red.count("prices")).isEqualTo(2);
        assertThat(groups.get(1).decimal("mean")).isEqualTo(new BigDecimal("-1.000000"));
    }

    @Test
    void narrowsBeforeAndAfter() {
        Consumer<AggregateQuery> query = q -> q.groupBy(ITEM.COLOR)
                .sum("revenue", ITEM.PRICE)
                .count("n")
                .gt(ITEM.PRICE, new BigDecimal("0.01"))
                .having("revenue", h -> h.gt(1).lt(new BigDecimal("10.01")))
                .having("n", h -> h.in(List.of(1, 2, 3)))
                .sort("-revenue")
                .limit(5);
        assertThat(items.aggregate(query))
                .extracting(group -> group.get(ITEM.COLOR))
                .containsExactly(Color.RED, null);
        assertThat(items.aggregate(query.andThen(q -> q.limit(1)))).hasSize(1);
        assertThat(items.aggregate(query.andThen(q -> q.having("revenue", h -> h.isNull()))))
                .isEmpty();
        assertThat(items.aggregate(q -> q.groupBy(ITEM.COLOR).orderBy(ITEM.COLOR.desc())))
                .extracting(group -> group.get(ITEM.COLOR))
                .containsExactly(Color.RED, Color.GREEN, null);
    }

    @Test
    void narrowsByConditionsAndRelations() {
        Item whole = items.list(q -> q.eq(ITEM.NAME, "a")).records().get(0);
        items.bulkUpdate(q -> q.in(ITEM.NAME, List.of("B", "c", "d")), p -> p.wholeId(whole.id()));
        Consumer<AggregateQuery> query = q -> q.groupBy(ITEM.COLOR)
                .min("first", ITEM.NAME)
                .sum("revenue", ITEM.PRICE)
                .related("whole", w -> w.eq(ITEM.NAME, "a"))
                .having("first", h -> h.gt("A"))
                .sort("-first");
        assertThat(items.aggregate(query))
                .extracting(group -> group.value("first"))
                .containsExactly("d", "c", "B");
        assertThat(items.aggregate(query.andThen(q -> q.where(ITEM.NAME.ne("c"))
                        .having(Map.of("revenue", Map.of("$in", List.of("0.05", 2)), "first", Map.of("$ilike", "b%")))
                        .limit(9))))
                .extracting(group -> group.value("first"))
                .containsExactly("B");
        assertThat(items.aggregate(query.andThen(q -> q.having(Map.of("first", Map.of("$regex", "^[cd]$"))))))
                .extracting(group -> group.value("revenue"))
                .containsExactly(new BigDecimal("2.00"), new BigDecimal("-1.00"));
    }

    @Test
    void extremesAreExact() {
        ExtremeNodes nodes = ExtremeNodes.on(df);
        ExtremeValues.ascending().forEach((field, values) -> {
            nodes.bulkDelete(BulkQuery::confirmed);
            for (int i = 0; i < values.size(); i++) {
                new ExtremeCreateNode(df).run(Map.of("code", "c" + i, field, values.get(i)));
            }
            if (SUMMED.contains(field)) {
                sums(
                        field,
                        values.stream()
                                .map(value -> new BigDecimal(value.toString()))
                                .toList());
            }
            if (!List.of("bytes", "uuid").contains(field)) {
                smallestAndLargest(field, values);
            }
            List<Group> groups =
                    nodes.aggregate(q -> q.groupBy(field).count("n").having("n", h -> h.eq(1)));
            assertThat(groups).as(field).hasSameSizeAs(values);
            for (int i = 0; i < values.size(); i++) {
                assertSame(field, groups.get(i).toMap().get(field), values.get(i));
            }
        });
    }

    private static void sums(String field, List<BigDecimal> values) {
        BigDecimal expected = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        Group group = new ExtremeAggregateNode(df)
                .aggregate(q -> q.compute("sum", AggregateFunction.SUM, field))
                .get(0);
        assertThat(group.decimal("sum")).as(field).isEqualByComparingTo(expected);
        Consumer<AggregateQuery> average = q -> q.compute("mean", AggregateFunction.AVG, field);
        if (field.equals("fine")) {
            assertThatThrownBy(() -> new ExtremeAggregateNode(df).aggregate(average))
                    .hasMessageContaining("DF-140");
            return;
        }
        assertThat(new ExtremeAggregateNode(df).aggregate(average).get(0).decimal("mean"))
                .as(field)
                .isEqualTo(expected.divide(BigDecimal.valueOf(values.size()), 4, RoundingMode.HALF_UP));
    }

    private static void smallestAndLargest(String field, List<Object> values) {
        Map<String, Object> found = new ExtremeAggregateNode(df)
                .aggregate(q ->
                        q.compute("least", AggregateFunction.MIN, field).compute("most", AggregateFunction.MAX, field))
                .get(0)
                .toMap();
        assertSame(field, found.get("least"), values.get(0));
        assertSame(field, found.get("most"), values.get(values.size() - 1));
    }

    private static void assertSame(String field, Object found, Object expected) {
        if (expected instanceof BigDecimal decimal) {
            assertThat((BigDecimal) found).as(field).isEqualByComparingTo(decimal);
        } else if (expected instanceof OffsetDateTime time) {
            assertThat(found).as(field).isEqualTo(time.withOffsetSameInstant(ZoneOffset.UTC));
        } else {
            assertThat(found).as(field).isEqualTo(expected);
        }
    }

    /** MySQL and MariaDB may look at the first 1,024 bytes only. */
    @Test
    void longTextsAndBytesAreToldApart() {
        for (int length : List.of(2_000, 10_000)) {
            items.bulkDelete(BulkQuery::confirmed);
            for (String end : List.of("a", "b", "B", "b")) {
                String text = "x".repeat(length) + end;
                items.create(d -> d.name("n").note(text).digest(text.getBytes()).price(BigDecimal.ONE));
            }
            for (Field<?> field : List.of(ITEM.NOTE, ITEM.DIGEST)) {
                assertThat(items.aggregate(q -> q.groupBy(field).count("n").sort("n")))
                        .as(field.getName())
                        .extracting(group -> group.count("n"))
                        .containsExactly(1L, 1L, 2L);
                assertThat(items.aggregate(q -> q.countDistinct("n", field))
                                .get(0)
                                .count("n"))
                        .as(field.getName())
                        .isEqualTo(3);
            }
            assertThat(items.aggregate(
                            q -> q.groupBy(ITEM.DIGEST).max("last", ITEM.NOTE).sort("-last")))
                    .extracting(group -> endOf(group.value("last")), group -> group.get(ITEM.DIGEST)[length])
                    .containsExactly(tuple('b', (byte) 'b'), tuple('a', (byte) 'a'), tuple('B', (byte) 'B'));
        }
    }

    private static char endOf(Object text) {
        return ((String) text).charAt(((String) text).length() - 1);
    }

    @Test
    void doublesThatOverflowAreRefused() {
        items.bulkUpdate(BulkQuery::confirmed, p -> p.weight(-Double.MAX_VALUE));
        refused("DF-407", q -> q.sum("x", ITEM.WEIGHT));
        refused("DF-407", q -> q.groupBy(ITEM.COLOR).sum("x", ITEM.WEIGHT).having("x", h -> h.lt(0)));
        refused("DF-407", q -> q.avg("x", ITEM.WEIGHT));
        List<Item> rows = items.list(q -> {}).records();
        for (double least : List.of(-1e200, -Double.MAX_VALUE)) {
            items.bulkUpdate(BulkQuery::confirmed, p -> p.weight(null));
            items.update(rows.get(0), p -> p.weight(least));
            items.update(rows.get(1), p -> p.weight(-least / 2));
            Group two = items.aggregate(q -> q.sum("x", ITEM.WEIGHT).avg("y", ITEM.WEIGHT))
                    .get(0);
            assertThat(two.toMap()).isEqualTo(Map.of("x", least / 2, "y", least / 4));
        }
        items.bulkUpdate(BulkQuery::confirmed, p -> p.weight(0.5));
        Group group = items.aggregate(q -> q.sum("x", ITEM.WEIGHT).avg("y", ITEM.WEIGHT))
                .get(0);
        assertThat(group.toMap()).isEqualTo(Map.of("x", 2.5, "y", 0.5));
    }

    @Test
    void typesOfSums() {
        ExtremeNodes nodes = ExtremeNodes.on(df);
        nodes.bulkDelete(BulkQuery::confirmed);
        nodes.create(d -> d.code("a")
                .int8((byte) 1)
                .int16((short) 1)
                .int32(1)
                .int64(1L)
                .float32(0.1f)
                .big(BigInteger.ONE));
        nodes.create(d -> d.code("b").float32(0.2f).int64(Long.MAX_VALUE));
        Group group = nodes.aggregate(q -> q.sum("of_int8", EXTREME.INT8)
                        .sum("of_int16", EXTREME.INT16)
                        .sum("of_int32", EXTREME.INT32)
                        .sum("of_int64", EXTREME.INT64)
                        .sum("of_big", EXTREME.BIG)
                        .sum("of_float32", EXTREME.FLOAT32)
                        .avg("mean", EXTREME.INT8)
                        .sum("none", EXTREME.DIGIT))
                .get(0);
        assertThat(group.toMap().values())
                .containsExactly(
                        1L,
                        1L,
                        1L,
                        BigInteger.ONE.shiftLeft(63),
                        BigInteger.ONE,
                        0.1 + 0.2,
                        new BigDecimal("1.0000"),
                        null);
    }

    /** A 32nd, of either sign, has one digit more than an average. */
    @Test
    void averagesAreRoundedHalfUp() {
        ExtremeNodes nodes = ExtremeNodes.on(df);
        nodes.bulkDelete(BulkQuery::confirmed);
        for (int i = 0; i < 32; i++) {
            int one = i == 0 ? 1 : 0;
            String code = "c" + i;
            nodes.create(d -> d.code(code).int32(one).int64((long) -one).digit(BigDecimal.valueOf(one)));
        }
        Group group = nodes.aggregate(q ->
                        q.avg("up", EXTREME.INT32).avg("down", EXTREME.INT64).avg("decimal", EXTREME.DIGIT))
                .get(0);
        BigDecimal rounded = new BigDecimal("0.0313");
        assertThat(group.toMap().values()).containsExactly(rounded, rounded.negate(), rounded);
    }

    @Test
    void nothingToGroup() {
        items.bulkDelete(BulkQuery::confirmed);
        assertThat(items.aggregate(AggregateTest::all)).isEmpty();
        Group none = items.aggregate(q -> q.sum("sum", ITEM.PRICE)
                        .avg("mean", ITEM.PRICE)
                        .sum("weights", ITEM.WEIGHT)
                        .count("n"))
                .get(0);
        assertThat(none.toMap().values()).containsExactly(null, null, null, 0L);
    }

    @Test
    void asMaps() {
        Map<String, Object> answer = df.node("ItemAggregateNode")
                .run(Map.of(
                        "group_by",
                        List.of("color"),
                        "aggregate",
                        Map.of("revenue", Map.of("$sum", "price"), "n", Map.of("$count", "*")),
                        "filter",
                        Map.of("color", Map.of("$null", false)),
                        "having",
                        Map.of("$or", List.of(Map.of("n", 1), Map.of("revenue", Map.of("$gte", "10")))),
                        "sort",
                        List.of(Map.of("n", -1)),
                        "limit",
                        10));
        assertThat(answer)
                .isEqualTo(Map.of(
                        "groups",
                        List.of(
                                Map.of("color", "RED", "revenue", new BigDecimal("10.00"), "n", 3L),
                                Map.of("color", "GREEN", "revenue", new BigDecimal("-1.00"), "n", 1L)),
                        "count",
                        2));
    }

    @Test
    void cachedByShape() {
        long before = df.statementCache().hits();
        for (int i = 0; i < 3; i++) {
            int least = i;
            items.aggregate(q -> q.groupBy(ITEM.RANK)
                    .sum("s" + least, ITEM.PRICE)
                    .eq(ITEM.NAME, "n" + least)
                    .having("s" + least, h -> h.gt(least)));
        }
        assertThat(df.statementCache().hits()).isGreaterThanOrEqualTo(before + 2);
        Consumer<AggregateQuery> query = q -> q.groupBy(ITEM.COLOR);
        assertThat(items.aggregate(query)).hasSize(3);
        assertThat(items.aggregate(query.andThen(q -> q.sort("-color"))).get(0).get(ITEM.COLOR))
                .isEqualTo(Color.RED);
        assertThat(items.aggregate(query.andThen(q -> q.limit(1)))).hasSize(1);
    }

    @Test
    void refusals() {
        refused("DF-140", q -> q.min("x", ITEM.ACTIVE));
        refused("DF-140", q -> q.max("x", ITEM.TAG));
        refused("DF-140", q -> q.sum("x", ITEM.NAME));
        refused("DF-140", q -> q.avg("x", ITEM.MADE_ON));
        refused("DF-140", q -> q.groupBy(ITEM.META));
        refused("DF-140", q -> q.countDistinct("x", ITEM.LABELS));
        refused("DF-141", q -> q.count("name"));
        refused("DF-141", q -> q.count("n").count("n"));
        refused("DF-141", q -> q.count("n\"; drop table items; --"));
        refused("DF-101", q -> {});
        refused("DF-106", q -> q.count("n").having("m", h -> h.gt(1)));
        refused("DF-106", q -> q.count("n").sort("-m"));
        refused("DF-106", q -> q.count("n").orderBy(ITEM.NAME));
        refused("DF-102", q -> q.count("n").having("n", h -> h.gt("one")));
        refused("DF-107", q -> q.count("n").limit(0));
        Group group = items.aggregate(q -> q.count("n")).get(0);
        assertThatThrownBy(() -> group.get(ITEM.NAME)).hasMessageContaining("DF-106");
        assertThatThrownBy(() -> group.decimal("m")).hasMessageContaining("DF-106");
        Map<String, Object> wrong = new HashMap<>();
        for (Object given : Arrays.asList(null, "$sum", Map.of("$sum", 1), Map.of())) {
            wrong.put("x", given);
            assertThatThrownBy(() -> df.node("ItemAggregateNode").run(Map.of("aggregate", wrong)))
                    .hasMessageContaining("DF-102");
        }
        assertThatThrownBy(() ->
                        df.node("ItemAggregateNode").run(Map.of("aggregate", Map.of("x", Map.of("$summ", "price")))))
                .hasMessageContaining("DF-106")
                .hasMessageContaining("$sum");
        assertThatThrownBy(() ->
                        df.node("ItemAggregateNode").run(Map.of("aggregate", Map.of("x", Map.of("$sum", "*")))))
                .hasMessageContaining("DF-106");
        assertThat(STATEMENTS).hasSize(1);
    }

    private void refused(String code, Consumer<AggregateQuery> query) {
        assertThatThrownBy(() -> items.aggregate(query)).hasMessageContaining(code);
    }

    @Test
    void explains() {
        assertThat(new ItemAggregateNode(df).explain(AggregateTest::all).sql()).contains("group by");
    }
}
