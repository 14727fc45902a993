package dev.dataflow.suite;

import static dev.dataflow.suite.ItemTable.ITEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static shop.CustomerTable.CUSTOMER;

import dev.dataflow.query.AggregateQuery;
import dev.dataflow.query.BulkQuery;
import dev.dataflow.query.Group;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Groups hold the same values on every database, exactly, in both faces. */
class AggregateTest extends EngineSuite {

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

    /** MySQL and MariaDB may look at the first 1,024 bytes only, and MariaDB does when it sorts. */
    @Test
    void longTextsAndBytesAreToldApart() {
        for (int length : List.of(2_000, 10_000)) {
            items.bulkDelete(BulkQuery::confirmed);
            for (String end : List.of("a", "b", "B", "b")) {
                String text = "x".repeat(length) + end;
                items.create(d -> d.name("n").note(text).digest(text.getBytes()).price(BigDecimal.ONE));
            }
            for (Field<?> field : List.of(ITEM.NOTE, ITEM.DIGEST)) {
                assertThat(items.aggregate(q -> q.groupBy(field)))
                        .isEqualTo(items.aggregate(q -> q.groupBy(field)))
                        .doesNotHaveDuplicates();
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
            if (database.engine() != Engine.MARIADB) {
                assertThat(items.aggregate(q ->
                                q.groupBy(ITEM.DIGEST).max("last", ITEM.NOTE).sort("-last")))
                        .extracting(group -> endOf(group.value("last")), group -> group.get(ITEM.DIGEST)[length])
                        .containsExactly(tuple('b', (byte) 'b'), tuple('a', (byte) 'a'), tuple('B', (byte) 'B'));
            }
        }
    }

    private static char endOf(Object text) {
        return ((String) text).charAt(((String) text).length() - 1);
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
        refused("DF-107", q -> q.groupBy(ITEM.NAME).orderBy(DSL.upper(ITEM.NAME)));
        refused("DF-107", q -> q.groupBy(ITEM.NAME).orderBy(ITEM.NAME.asc().nullsLast()));
        refused("`group_by` of dev.dataflow.suite.Item names name", q -> q.groupBy(CUSTOMER.NAME));
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
