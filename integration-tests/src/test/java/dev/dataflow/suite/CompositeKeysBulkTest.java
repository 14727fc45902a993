package dev.dataflow.suite;

import static dev.dataflow.suite.OrderLineTable.ORDER_LINE;
import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.TEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.UniqueViolationException;
import dev.dataflow.node.BulkResult;
import dev.dataflow.node.Conflict;
import dev.dataflow.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shop.CustomerNodes;
import shop.OrderNodes;

/** Keys of several columns in bulk, and in the map face. */
class CompositeKeysBulkTest extends EngineSuite {

    private final OrderLineNodes lines = OrderLineNodes.on(df);
    private final TranslationNodes translations = TranslationNodes.on(df);
    private final SampleNodes samples = SampleNodes.on(df);
    private long order;

    CompositeKeysBulkTest(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void order() {
        long customer = customer();
        order = OrderNodes.on(df)
                .create(d -> d.customerId(customer).total(ONE).number("A"))
                .id();
    }

    private List<OrderLine> lines(int from, int to, String article) {
        return IntStream.range(from, to)
                .mapToObj(i -> new OrderLine(order, i, article, ONE, null))
                .toList();
    }

    @Test
    void moreRowsThanOneStatementTakes() {
        BulkResult<OrderLineKey> created = lines.bulkCreate(
                lines(0, 12_000, "pen"), o -> o.batchSize(20_000).returnIds());
        assertThat(created.inserted()).isEqualTo(12_000);
        assertThat(created.ids())
                .isEqualTo(IntStream.range(0, 12_000)
                        .mapToObj(i -> new OrderLineKey(order, i))
                        .toList());
        List<OrderLineKey> backwards = new ArrayList<>(created.ids());
        Collections.reverse(backwards);
        assertThat(lines.readAll(backwards).stream().map(OrderLineKey::of)).containsExactlyElementsOf(backwards);

        assertThat(lines.bulkUpdate(lines(6_000, 14_000, "ink")).updated()).isEqualTo(6_000);
        BulkResult<OrderLineKey> upserted =
                lines.bulkUpsert(lines(11_000, 13_000, "cap"), o -> o.conflictOn(ORDER_LINE.ORDER_ID, ORDER_LINE.LINE));
        assertThat(List.of(upserted.inserted(), upserted.updated())).containsExactly(1_000L, 1_000L);
        assertThat(lines.count(q -> q.where(ORDER_LINE.ARTICLE.eq("pen")))).isEqualTo(6_000);
        assertThat(lines.count(q -> q.where(ORDER_LINE.ARTICLE.eq("ink")))).isEqualTo(5_000);
        assertThat(lines.count(q -> q.where(ORDER_LINE.ARTICLE.eq("cap")))).isEqualTo(2_000);
    }

    @Test
    void existingRowsAreAnErrorSkippedOrChanged() {
        lines.bulkCreate(lines(0, 3, "pen"));
        assertThatThrownBy(() -> lines.bulkCreate(lines(2, 5, "ink")))
                .isInstanceOfSatisfying(
                        UniqueViolationException.class,
                        e -> assertThat(e.fields()).containsExactly("orderId", "line"));
        assertThat(lines.count()).isEqualTo(3);

        List<OrderLine> given = new ArrayList<>(lines(2, 5, "ink"));
        given.add(new OrderLine(order, 4, "last", TEN, null));
        BulkResult<OrderLineKey> skipped = lines.bulkCreate(
                given,
                o -> o.onConflict(Conflict.SKIP)
                        .conflictOn(ORDER_LINE.ORDER_ID, ORDER_LINE.LINE)
                        .returnIds());
        assertThat(List.of(skipped.inserted(), skipped.skipped())).containsExactly(2L, 2L);
        assertThat(skipped.ids())
                .containsExactly(
                        new OrderLineKey(order, 2),
                        new OrderLineKey(order, 3),
                        new OrderLineKey(order, 4),
                        new OrderLineKey(order, 4));
        assertThat(lines.read(order, 4)).map(OrderLine::article).contains("ink");

        BulkResult<OrderLineKey> changed = lines.bulkCreate(
                given,
                o -> o.onConflict(Conflict.UPSERT)
                        .conflictOn(ORDER_LINE.LINE, ORDER_LINE.ORDER_ID)
                        .returnIds());
        assertThat(List.of(changed.inserted(), changed.updated())).containsExactly(0L, 4L);
        assertThat(changed.ids()).isEqualTo(skipped.ids());
        // equal keys fold, the last wins
        assertThat(lines.read(order, 4)).map(OrderLine::article).contains("last");
    }

    @Test
    void aRowFoundByAnotherKeyKeepsItsOwn() {
        lines.create(d -> d.orderId(order).line(1).article("pen").quantity(ONE).serial("s1"));
        BulkResult<OrderLineKey> result = lines.bulkCreate(
                List.of(
                        new OrderLine(order, 8, "ink", TEN, "s1"),
                        new OrderLine(order, 9, "cap", TEN, "s2"),
                        new OrderLine(order, 10, "nib", TEN, null)),
                o -> o.onConflict(Conflict.UPSERT).conflictOn(ORDER_LINE.SERIAL).returnIds());
        assertThat(result.ids())
                .containsExactly(new OrderLineKey(order, 1), new OrderLineKey(order, 9), new OrderLineKey(order, 10));
        assertThat(lines.read(order, 1)).map(OrderLine::article).contains("ink");
    }

    @Test
    void textUuidTimeEnumAndDecimalAreKeysInBulk() {
        List<Translation> texts = IntStream.range(0, 3_000)
                .mapToObj(i -> new Translation(i % 2 == 0 ? "de" : "DE", "t" + i, new UUID(7, i / 2)))
                .toList();
        assertThat(translations.bulkUpsert(texts).inserted()).isEqualTo(3_000);
        assertThat(translations.bulkUpsert(texts).updated()).isEqualTo(3_000);
        assertThat(translations.readAll(texts.stream().map(TranslationKey::of).toList()))
                .containsExactlyElementsOf(texts);

        Instant time = Instant.parse("1899-02-03T04:05:06.789012Z");
        List<Sample> values = IntStream.range(0, 500)
                .mapToObj(i -> new Sample(
                        time.plusSeconds(i / 10), i % 2 == 0 ? Color.RED : Color.GREEN, BigDecimal.valueOf(i, 4), i, i))
                .toList();
        BulkResult<SampleKey> result = samples.bulkCreate(values, o -> o.returnIds());
        assertThat(result.ids()).isEqualTo(values.stream().map(SampleKey::of).toList());
        assertThat(samples.bulkUpdate(values).updated()).isEqualTo(500);
        assertThat(samples.bulkUpsert(values).updated()).isEqualTo(500);
        assertThat(samples.list(q -> q.limit(10_000)).records())
                .hasSize(500)
                .first()
                .isEqualTo(values.get(1));
    }

    @Test
    void inMapsTheKeyIsAMap() {
        Map<String, Object> id = Map.of("order_id", order, "line", 2);
        Map<String, Object> created = new OrderLineCreateNode(df)
                .run(Map.of("order_id", order, "line", 2, "article", "pen", "quantity", "1.50"));
        assertThat(created).contains(Map.entry("line", 2)).doesNotContainKey("id");
        OrderLineReadNode read = new OrderLineReadNode(df);
        assertThat(read.run(Map.of("id", id))).containsEntry("article", "pen").containsEntry("found", true);
        assertThat(read.run(Map.of("id", Map.of("orderId", order, "line", 2)))).containsEntry("found", true);
        assertThat(read.run(id)).containsEntry("found", true);
        assertThat(read.run(Map.of("id", Map.of("order_id", order, "line", 3), "raise_on_not_found", false)))
                .isEqualTo(Map.of("found", false));

        OrderLineUpdateNode update = new OrderLineUpdateNode(df);
        assertThat(update.run(Map.of("filter", Map.of("id", id), "fields", Map.of("article", "ink"))))
                .containsEntry("article", "ink")
                .containsEntry("updated", true);
        assertThat(update.run(Map.of("filter", id, "fields", Map.of("article", "cap"))))
                .containsEntry("article", "cap");
        assertThat(new OrderLineUpsertNode(df)
                        .run(Map.of("where", id, "create", Map.of("article", "nib", "quantity", 2))))
                .containsEntry("action", "updated");
        assertThat(new OrderLineListNode(df).run(Map.of("filter", id))).containsEntry("count", 1);
        assertThat(new OrderLineCountNode(df).run(Map.of("filter", id))).containsEntry("count", 1L);
        assertThat(new OrderLineDeleteNode(df).run(Map.of("id", id))).isEqualTo(Map.of("id", id, "deleted", true));
    }

    @Test
    void bulkMapsTakeAndGiveKeys() {
        List<Map<String, Object>> data = IntStream.range(0, 3)
                .mapToObj(i -> Map.<String, Object>of("order_id", order, "line", i, "article", "pen", "quantity", 1))
                .toList();
        Map<String, ?> created = new OrderLineBulkCreateNode(df).run(Map.of("data", data, "return_ids", true));
        assertThat(created.get("ids"))
                .isEqualTo(IntStream.range(0, 3)
                        .mapToObj(i -> Map.of("order_id", order, "line", i))
                        .toList());
        assertThat(new OrderLineBulkUpdateNode(df)
                        .run(Map.of(
                                "data",
                                List.of(
                                        Map.of("order_id", order, "line", 0, "article", "a"),
                                        Map.of("id", Map.of("orderId", order, "line", 1), "article", "b"),
                                        Map.of("order_id", order, "line", 7, "article", "c")))))
                .containsEntry("processed", 3L)
                .containsEntry("updated", 2L);
        assertThat(new OrderLineBulkUpsertNode(df)
                        .run(Map.of("data", data, "conflict_on", List.of("order_id", "line"))))
                .containsEntry("updated", 3L);
        assertThat(new OrderLineBulkDeleteNode(df).run(Map.of("filter", Map.of("order_id", order), "limit", 2)))
                .containsEntry("deleted", 2L);
        assertThat(lines.list().records()).extracting(OrderLine::line).containsExactly(2);
    }

    @Test
    void keysInMapsAreReadStrictly() {
        OrderLineReadNode read = new OrderLineReadNode(df);
        refused(read, Map.of(), ErrorCode.ID_MISSING, "lacks `orderId`");
        refused(read, Map.of("id", Map.of("order_id", order)), ErrorCode.ID_MISSING, "lacks `line`");
        refused(read, Map.of("order_id", order), ErrorCode.ID_MISSING, "lacks `line`");
        refused(read, Map.of("id", order), ErrorCode.TYPE_MISMATCH, "is not a map");
        refused(read, Map.of("id", order + ":2"), ErrorCode.TYPE_MISMATCH, "is not a map");
        refused(read, Map.of("id", Map.of("order_id", order, "lime", 2)), ErrorCode.NAME_UNKNOWN, "fix: write `line`");
        refused(read, Map.of("id", Map.of("order_id", order, "line", "2")), ErrorCode.TYPE_MISMATCH, "`line`");
        refused(
                read,
                Map.of("id", Map.of("order_id", order, "orderId", order, "line", 2)),
                ErrorCode.NAME_UNKNOWN,
                "given twice");
        refused(
                read,
                Map.of("id", Map.of("order_id", order, "line", 2), "line", 2),
                ErrorCode.NAME_UNKNOWN,
                "given twice");
        refused(
                new OrderLineUpdateNode(df),
                Map.of("filter", Map.of("order_id", order, "article", "x"), "fields", Map.of("article", "y")),
                ErrorCode.UPDATE_SHAPE,
                "`orderId`, `line`");
        refused(
                new TranslationReadNode(df),
                Map.of("id", Map.of("locale", new UUID(1, 1), "document", new UUID(1, 1))),
                ErrorCode.TYPE_MISMATCH,
                "`locale`");
    }

    private static void refused(dev.dataflow.node.Node node, Map<String, ?> input, ErrorCode code, String text) {
        assertThatThrownBy(() -> node.run(input))
                .isInstanceOfSatisfying(
                        DataFlowException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(text);
    }

    @Test
    void severalReferencesToOneModelAndToItself() {
        AccountNodes accounts = AccountNodes.on(df);
        long billing = customer(1);
        long shipping = customer(2);
        Account parent = accounts.create(d -> d.billingCustomerId(billing).shippingCustomerId(shipping));
        Account child = accounts.create(d -> d.billingCustomerId(shipping).parentId(parent.id()));
        for (Runnable wrong : List.<Runnable>of(
                () -> accounts.create(d -> d.billingCustomerId(billing + 1_000)),
                () -> accounts.create(d -> d.billingCustomerId(billing).shippingCustomerId(billing + 1_000)),
                () -> accounts.create(d -> d.billingCustomerId(billing).parentId(child.id() + 1_000)),
                () -> accounts.delete(parent.id()),
                () -> CustomerNodes.on(df).delete(shipping))) {
            assertThatThrownBy(wrong::run).isInstanceOf(dev.dataflow.error.ForeignKeyViolationException.class);
        }
        accounts.update(parent, p -> p.shippingCustomerId(null));
        accounts.delete(child.id());
        assertThat(CustomerNodes.on(df).delete(shipping)).isTrue();
    }

    private static long customer(int number) {
        return CustomerNodes.on(df)
                .create(d -> d.email("c" + number + "@x.com").name("C"))
                .id();
    }
}
