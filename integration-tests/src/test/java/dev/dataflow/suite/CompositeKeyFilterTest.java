package dev.dataflow.suite;

import static dev.dataflow.suite.OrderLineTable.ORDER_LINE;
import static java.math.BigDecimal.ONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.query.ListQuery;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.transaction.StatementEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shop.Order;
import shop.OrderNodes;

/** Composite keys in filters, typed and as maps. */
class CompositeKeyFilterTest extends StoreSuite {

    private final OrderLineNodes lines = OrderLineNodes.on(df);
    private long order;
    private long other;

    CompositeKeyFilterTest(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void rows() {
        long customer = customer();
        order = order(customer, "A");
        other = order(customer, "B");
        for (int line = 1; line <= 3; line++) {
            line(order, line);
            line(other, line);
        }
        STATEMENTS.clear();
    }

    private static long order(long customer, String number) {
        return OrderNodes.on(df)
                .create(d -> d.customerId(customer).total(ONE).number(number))
                .id();
    }

    private void line(long ofOrder, int line) {
        lines.create(d -> d.orderId(ofOrder)
                .line(line)
                .article((ofOrder == order ? "a" : "b") + line)
                .quantity(ONE));
    }

    private static Map<String, @Nullable Object> key(@Nullable Object ofOrder, @Nullable Object line) {
        Map<String, @Nullable Object> key = new HashMap<>();
        key.put("order_id", ofOrder);
        key.put("line", line);
        return key;
    }

    private List<String> articles(Map<String, ?> filter) {
        List<String> articles = lines.list(q -> q.filter(filter).orderBy(ORDER_LINE.ARTICLE)).records().stream()
                .map(OrderLine::article)
                .toList();
        assertThat(df.node("OrderLineCountNode").run(Map.of("filter", filter)))
                .containsEntry("count", (long) articles.size());
        return articles;
    }

    private List<String> articles(String operator, Object operand) {
        return articles(Map.of("id", Map.of(operator, operand)));
    }

    @Test
    void aKeyIsEqualToAnotherOrNot() {
        assertThat(articles(Map.of("id", key(order, 2)))).containsExactly("a2");
        assertThat(articles(Map.of("id", Map.of("orderId", order, "line", 2)))).containsExactly("a2");
        assertThat(articles(Map.of("id", key(order, 9)))).isEmpty();
        assertThat(articles("$eq", key(other, 3))).containsExactly("b3");
        assertThat(articles("$ne", key(other, 3))).containsExactly("a1", "a2", "a3", "b1", "b2");
        assertThat(articles("$not", key(other, 3))).containsExactly("a1", "a2", "a3", "b1", "b2");
        assertThat(articles(Map.of("id", Map.of("$ne", key(other, 3), "$nin", List.of(key(order, 1))), "line", 3)))
                .containsExactly("a3");
        assertThat(articles(Map.of("$or", List.of(Map.of("id", key(order, 1)), Map.of("id", key(other, 2))))))
                .containsExactly("a1", "b2");
    }

    @Test
    void aKeyIsOneOfSeveralOrNone() {
        List<Map<String, ?>> some = List.of(key(order, 1), key(other, 2), key(order, 3));
        assertThat(articles("$in", some)).containsExactly("a1", "a3", "b2");
        assertThat(articles("$nin", some)).containsExactly("a2", "b1", "b3");
        assertThat(articles("$in", some.subList(0, 1))).containsExactly("a1");
        assertThat(articles("$nin", some.subList(0, 1))).containsExactly("a2", "a3", "b1", "b2", "b3");
        assertThat(articles("$in", List.of())).isEmpty();
        assertThat(articles("$nin", List.of())).hasSize(6);
        assertThat(articles("$not", Map.of("$in", some))).containsExactly("a2", "b1", "b3");
        // three and four keys are one statement
        STATEMENTS.clear();
        articles("$in", some);
        articles("$in", List.of(key(order, 1), key(order, 2), key(other, 2), key(order, 3)));
        assertThat(STATEMENTS.stream().map(StatementEvent::sql).distinct()).hasSize(2);
    }

    @Test
    void aListMayBeLong() {
        List<Map<String, ?>> many = new ArrayList<>();
        for (int line = 0; line < 5000; line++) {
            many.add(key(order, line));
        }
        assertThat(articles("$in", many)).containsExactly("a1", "a2", "a3");
        assertThat(articles("$nin", many)).containsExactly("b1", "b2", "b3");
        many.add(key(order, 5000));
        STATEMENTS.clear();
        refused(ErrorCode.FILTER_TOO_LARGE, () -> articles("$in", many));
    }

    @Test
    void everyNodeThatFiltersTakesIt() {
        assertThat(df.node("OrderLineBulkUpdateNode")
                        .run(Map.of(
                                "filter", Map.of("id", key(order, 1)),
                                "update", Map.of("article", "x"))))
                .containsEntry("updated", 1L);
        assertThat(articles(Map.of("article", "x"))).hasSize(1);
        assertThat(df.node("OrderLineBulkDeleteNode")
                        .run(Map.of("filter", Map.of("id", Map.of("$in", List.of(key(order, 1), key(other, 1)))))))
                .containsEntry("deleted", 2L);
        Map<String, ?> ofLine = Map.of("lines", Map.of("$some", Map.of("id", key(other, 3))));
        assertThat(OrderNodes.on(df).list(q -> q.filter(ofLine)).records())
                .extracting(Order::id)
                .containsExactly(other);
    }

    @Test
    void partsAreComparedAsTheirColumnsAre() {
        UUID document = UUID.randomUUID();
        TranslationNodes translations = TranslationNodes.on(df);
        translations.create(new Translation("de", "x", document));
        translations.create(new Translation("DE", "y", document));
        Map<String, ?> upper = Map.of("locale", "DE", "document", document.toString());
        assertThat(translations.list(q -> q.filter(Map.of("id", upper))).records())
                .extracting(Translation::text)
                .containsExactly("y");
        List<Map<String, ?>> two = List.of(upper, Map.of("locale", "fr", "documentId", document));
        assertThat(translations
                        .list(q -> q.filter(Map.of("id", Map.of("$in", two))))
                        .records())
                .extracting(Translation::text)
                .containsExactly("y");
        SampleNodes samples = SampleNodes.on(df);
        Instant time = Instant.parse("2026-02-03T04:05:06.789012Z");
        samples.create(new Sample(time, Color.RED, new BigDecimal("1.5"), 1, 1));
        Map<String, ?> sample = Map.of("taken_at", time.toString(), "color", "RED", "level", new BigDecimal("1.50000"));
        Map<String, ?> unknown = Map.of("taken_at", time, "color", Color.GREEN, "level", 1);
        assertThat(samples.count(q -> q.filter(Map.of("id", sample)))).isEqualTo(1);
        assertThat(samples.count(q -> q.filter(Map.of("id", Map.of("$in", List.of(unknown, sample))))))
                .isEqualTo(1);
        assertThat(samples.count(q -> q.filter(Map.of("id", Map.of("$nin", List.of(unknown, sample))))))
                .isZero();
    }

    private List<String> articles(Consumer<ListQuery> query) {
        return lines.list(q -> query.accept(q.orderBy(ORDER_LINE.ARTICLE))).records().stream()
                .map(OrderLine::article)
                .toList();
    }

    @Test
    void theTypedFaceTakesGeneratedKeys() {
        List<OrderLineKey> some =
                List.of(new OrderLineKey(order, 1), new OrderLineKey(other, 2), new OrderLineKey(order, 3));
        assertThat(articles(q -> q.in(some))).containsExactly("a1", "a3", "b2");
        assertThat(articles(q -> q.notIn(some))).containsExactly("a2", "b1", "b3");
        assertThat(articles(q -> q.in(some.subList(1, 2)))).containsExactly("b2");
        assertThat(articles(q -> q.in(List.of()))).isEmpty();
        assertThat(articles(q -> q.notIn(List.of()))).hasSize(6);
        assertThat(articles(q -> q.in(some).eq(ORDER_LINE.LINE, 3))).containsExactly("a3");
        assertThat(articles(q -> q.not(group -> group.in(some)))).containsExactly("a2", "b1", "b3");
        // keys of one column too
        OrderNodes orders = OrderNodes.on(df);
        assertThat(orders.list(q -> q.in(List.of(order, other))).records()).hasSize(2);
        assertThat(orders.count(q -> q.notIn(List.of(order)))).isEqualTo(1);
        assertThat(orders.count(q -> q.related("lines", of -> of.in(List.of(new OrderLineKey(other, 3))))))
                .isEqualTo(1);
        assertThat(lines.bulkDelete(q -> q.in(some)).deleted()).isEqualTo(3);
        STATEMENTS.clear();
        assertThat(refused(ErrorCode.TYPE_MISMATCH, () -> articles(q -> q.in(List.of(some.get(0), "2")))))
                .contains("`filter.id.$in[1]` is of type String", "OrderLine");
        assertThat(refused(ErrorCode.TYPE_MISMATCH, () -> articles(q -> q.notIn(Arrays.asList(some.get(0), null)))))
                .contains("`filter.id.$nin[1]` is null");
        assertThat(refused(
                        ErrorCode.ID_MISSING,
                        () -> TranslationNodes.on(df).count(q -> q.in(List.of(new TranslationKey("de", null))))))
                .contains("`filter.id.$in[0]` lacks `document");
        assertThat(refused(ErrorCode.TYPE_MISMATCH, () -> orders.count(q -> q.in(List.of("1")))))
                .contains("`filter.id.$in");
        assertThat(refused(ErrorCode.NOT_CONFIRMED, () -> lines.bulkDelete(q -> q.notIn(List.of()))))
                .contains("confirmed");
        assertThat(STATEMENTS).isEmpty();
    }

    private String refusal(ErrorCode code, @Nullable Object id) {
        Map<String, @Nullable Object> filter = new HashMap<>();
        filter.put("id", id);
        return refused(code, () -> lines.list(q -> q.filter(filter)));
    }

    @Test
    void mistakesAreRefusedWithTheirPlace() {
        assertThat(refusal(ErrorCode.NAME_UNKNOWN, Map.of("order_id", order, "lin", 1)))
                .contains("`lin` in filter.id", "order_id, line", "write `line`");
        assertThat(refusal(ErrorCode.NAME_UNKNOWN, Map.of("$in", List.of(key(order, 1), Map.of("article", "x")))))
                .contains("`article` in filter.id.$in[1]");
        assertThat(refusal(ErrorCode.NAME_UNKNOWN, Map.of("order_id", order, "orderId", other, "line", 1)))
                .contains("`filter.id` gives `order_id` twice");
        assertThat(refusal(ErrorCode.NAME_UNKNOWN, Map.of("$eqq", key(order, 1))))
                .contains("`filter.id.$eqq`", "write `$eq`");
        assertThat(refusal(ErrorCode.ID_MISSING, Map.of("order_id", order))).contains("`filter.id` lacks `line`");
        assertThat(refusal(ErrorCode.ID_MISSING, Map.of())).contains("`filter.id` lacks `order_id`");
        assertThat(refusal(ErrorCode.ID_MISSING, Map.of("$nin", List.of(key(order, null)))))
                .contains("`filter.id.$nin[0]` lacks `line`");
        assertThat(refusal(ErrorCode.TYPE_MISMATCH, 7)).contains("`filter.id` is of type Integer", "order_id, line");
        assertThat(refusal(ErrorCode.TYPE_MISMATCH, null)).contains("`filter.id` is null");
        assertThat(refusal(ErrorCode.TYPE_MISMATCH, Map.of("$in", key(order, 1))))
                .contains("a list of keys");
        assertThat(refusal(ErrorCode.TYPE_MISMATCH, Map.of("$in", Arrays.asList(key(order, 1), null))))
                .contains("`filter.id.$in[1]` is null");
        assertThat(refusal(ErrorCode.TYPE_MISMATCH, Map.of("$in", List.of(key(order, 1), key(order, "s3cr3t")))))
                .contains("`filter.id.$in[1].line`")
                .doesNotContain("s3cr3t");
        assertThat(refusal(ErrorCode.TYPE_MISMATCH, Map.of("$eq", key(order, 1), "line", 1)))
                .contains("operators alone");
        assertThat(refusal(ErrorCode.OPERATOR_UNFIT, Map.of("$gt", key(order, 1))))
                .contains("`filter.id.$gt`", "order_id, line");
        assertThat(refusal(ErrorCode.OPERATOR_UNFIT, Map.of("$null", true))).contains("`filter.id.$null`");
        assertThat(STATEMENTS).isEmpty();
    }
}
