package dev.dataflow.suite;

import static dev.dataflow.suite.OrderLineTable.ORDER_LINE;
import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.TEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.ForeignKeyViolationException;
import dev.dataflow.error.NotFoundException;
import dev.dataflow.error.UniqueViolationException;
import dev.dataflow.node.Upserted;
import dev.dataflow.query.Page;
import dev.dataflow.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shop.OrderNodes;

/** Keys of several columns, in the typed nodes for one row and for queries. */
class CompositeKeysTest extends EngineSuite {

    private final OrderLineNodes lines = OrderLineNodes.on(df);
    private final TranslationNodes translations = TranslationNodes.on(df);
    private final SampleNodes samples = SampleNodes.on(df);
    private long order;
    private long other;

    CompositeKeysTest(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void orders() {
        long customer = customer();
        order = order(customer, "A");
        other = order(customer, "B");
    }

    private static long order(long customer, String number) {
        return OrderNodes.on(df)
                .create(d -> d.customerId(customer).total(ONE).number(number))
                .id();
    }

    private OrderLine line(long ofOrder, int line) {
        return lines.create(
                d -> d.orderId(ofOrder).line(line).article("a" + line).quantity(ONE));
    }

    @Test
    void aRowIsCreatedReadAndDeletedByItsKey() {
        OrderLine first = line(order, 1);
        OrderLine second = lines.create(new OrderLine(order, 2, "pen", TEN, null));
        OrderLine same = line(other, 1);
        assertThat(second.quantity()).isEqualTo(new BigDecimal("10.00"));
        assertThat(lines.read(order, 2)).contains(second);
        assertThat(lines.read(new OrderLineKey(order, 2))).contains(second);
        assertThat(lines.read(OrderLineKey.of(same))).contains(same);
        assertThat(new OrderLineReadNode(df).read(order, 1)).contains(first);
        assertThat(lines.read(order, 3)).isEmpty();

        assertThat(lines.delete(order, 1)).isTrue();
        assertThat(lines.delete(new OrderLineKey(order, 1))).isFalse();
        assertThat(new OrderLineDeleteNode(df).delete(order, 2)).isTrue();
        assertThat(lines.list().records()).containsExactly(same);
    }

    @Test
    void severalAreReadInTheOrderAskedFor() {
        List<OrderLineKey> keys = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            keys.add(OrderLineKey.of(line(i % 2 == 0 ? order : other, i)));
        }
        List<OrderLineKey> asked = new ArrayList<>(List.of(keys.get(3), keys.get(0), new OrderLineKey(order, 3)));
        asked.add(keys.get(0));
        STATEMENTS.clear();
        assertThat(lines.readAll(asked).stream().map(OrderLineKey::of)).containsExactly(keys.get(3), keys.get(0));
        assertThat(STATEMENTS).hasSize(1);
        assertThat(lines.readAll(List.of(keys.get(4)))).hasSize(1);
        assertThat(lines.readAll(List.of())).isEmpty();
    }

    @Test
    void aRowIsChangedByItsKey() {
        OrderLine untouched = line(other, 1);
        OrderLine base = line(order, 1);
        assertThat(lines.update(order, 1, p -> p.article("ink")).article()).isEqualTo("ink");
        assertThat(lines.update(new OrderLineKey(order, 1), p -> p.quantity(TEN))
                        .article())
                .isEqualTo("ink");
        assertThat(lines.update(base, p -> p.article("pen"))).isEqualTo(new OrderLine(order, 1, "pen", ten(), null));
        assertThat(lines.modify(order, 1, (row, p) -> p.quantity(row.quantity().add(ONE)))
                        .quantity())
                .isEqualByComparingTo("11");
        assertThat(lines.modify(OrderLineKey.of(base), (row, p) -> p.serial("s"))
                        .serial())
                .isEqualTo("s");
        // both expressions read the values from before, on MySQL through a derived table
        OrderLine swapped = lines.update(
                order,
                1,
                p -> p.setExpression(ORDER_LINE.ARTICLE, ORDER_LINE.SERIAL)
                        .setExpression(ORDER_LINE.SERIAL, ORDER_LINE.ARTICLE));
        assertThat(swapped.article() + swapped.serial()).isEqualTo("spen");
        assertThat(lines.read(other, 1)).contains(untouched);
        assertThatThrownBy(() -> lines.update(order, 7, p -> p.article("x"))).isInstanceOf(NotFoundException.class);
    }

    private static BigDecimal ten() {
        return new BigDecimal("10.00");
    }

    @Test
    void theDatabaseKeepsTheKeyUnique() {
        line(order, 1);
        assertThatThrownBy(() -> line(order, 1))
                .isInstanceOfSatisfying(
                        UniqueViolationException.class,
                        e -> assertThat(e.fields()).containsExactly("orderId", "line"));
        assertThatThrownBy(() -> line(other + 1_000, 1))
                .isInstanceOfSatisfying(
                        ForeignKeyViolationException.class,
                        e -> assertThat(e.fields()).containsExactly("orderId"));
        assertThatThrownBy(() -> OrderNodes.on(df).delete(order)).isInstanceOf(ForeignKeyViolationException.class);
    }

    @Test
    void aKeyThatIsNotWholeIsRefused() {
        UUID document = UUID.randomUUID();
        List<org.assertj.core.api.ThrowableAssert.ThrowingCallable> calls = List.of(
                () -> lines.create(d -> d.orderId(order).article("x").quantity(ONE)),
                () -> translations.create(new Translation(null, "x", document)),
                () -> translations.read(null, document),
                () -> translations.read(null),
                () -> translations.delete("de", null),
                () -> translations.readAll(List.of(new TranslationKey("de", null))),
                () -> translations.update(new TranslationKey(null, document), p -> p.text("x")),
                () -> TranslationKey.of(new Translation("de", "x", null)),
                () -> OrderLineKey.of(null),
                () -> translations.bulkUpdate(List.of(new Translation("de", "x", null))));
        for (int i = 0; i < calls.size(); i++) {
            assertThatThrownBy(calls.get(i))
                    .as("call " + i)
                    .isInstanceOfSatisfying(
                            DataFlowException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ID_MISSING));
        }
        assertThat(translations.count()).isZero();
    }

    @Test
    void textAndUuidAreAKey() {
        UUID document = UUID.randomUUID();
        Translation german =
                translations.create(d -> d.locale("de").documentId(document).text("Straße"));
        Translation upper = translations.create(new Translation("DE", "STRASSE", document));
        assertThat(translations.read("de", document)).contains(german);
        assertThat(translations.read("De", document)).isEmpty();
        assertThat(translations.update("DE", document, p -> p.text("x")).text()).isEqualTo("x");
        assertThat(translations.readAll(List.of(TranslationKey.of(upper), TranslationKey.of(german))))
                .extracting(Translation::locale)
                .containsExactly("DE", "de");
        assertThat(translations.delete(TranslationKey.of(upper))).isTrue();
        assertThat(translations.list().records()).containsExactly(german);
    }

    @Test
    void keysAreEqualWhereTheDatabaseSaysSo() {
        Instant time = Instant.parse("2026-02-03T04:05:06.789012345Z");
        Sample stored = samples.create(d -> d.takenAt(time)
                .color(Color.RED)
                .level(new BigDecimal("1.50"))
                .value(3)
                .count(1));
        assertThat(stored.level()).isEqualTo(new BigDecimal("1.5000"));
        assertThat(stored.takenAt()).isEqualTo(Instant.parse("2026-02-03T04:05:06.789012Z"));
        List<SampleKey> keys = List.of(
                new SampleKey(time, Color.RED, new BigDecimal("1.5")),
                new SampleKey(stored.takenAt(), Color.RED, new BigDecimal("1.500")),
                new SampleKey(time, Color.RED, new BigDecimal("1.5001")));
        assertThat(samples.readAll(keys)).containsExactly(stored);
        assertThat(samples.read(keys.get(0))).contains(stored);
        assertThat(samples.bulkUpdate(List.of(
                                new Sample(time, Color.RED, new BigDecimal("1.5"), 4, 2),
                                new Sample(time, Color.RED, new BigDecimal("1.50"), 5, 3)))
                        .updated())
                .as("one row, changed twice")
                .isEqualTo(2);
        assertThat(samples.update(time, Color.RED, new BigDecimal("1.5"), p -> p.count(9)))
                .isEqualTo(new Sample(stored.takenAt(), Color.RED, stored.level(), 5, 9));
        assertThat(samples.delete(time, Color.RED, new BigDecimal("1.5"))).isTrue();
    }

    @Test
    void pagesEndInKeyOrder() {
        for (int i = 3; i > 0; i--) {
            line(other, i);
            line(order, i);
        }
        assertThat(lines.list().records().stream().map(OrderLineKey::of))
                .containsExactly(
                        new OrderLineKey(order, 1),
                        new OrderLineKey(order, 2),
                        new OrderLineKey(order, 3),
                        new OrderLineKey(other, 1),
                        new OrderLineKey(other, 2),
                        new OrderLineKey(other, 3));
        Page<OrderLine> page = lines.list(
                q -> q.orderBy(ORDER_LINE.LINE.desc()).limit(3).offset(1).withTotal());
        assertThat(page.records().stream().map(OrderLineKey::of))
                .containsExactly(new OrderLineKey(order, 3), new OrderLineKey(other, 2), new OrderLineKey(order, 2));
        assertThat(page.total()).hasValue(6);
        assertThat(lines.count(q -> q.where(ORDER_LINE.LINE.eq(2)))).isEqualTo(2);
        assertThat(lines.explain(q -> q.limit(1)).plan()).isNotEmpty();
    }

    @Test
    void upsertFindsTheRowByItsKeyOrAnother() {
        Upserted<OrderLine> created = lines.upsert(
                d -> d.orderId(order).line(1).article("pen").quantity(ONE).serial("s1"),
                on -> on.conflictOn(ORDER_LINE.ORDER_ID, ORDER_LINE.LINE));
        assertThat(created.created()).isTrue();
        Upserted<OrderLine> updated = lines.upsert(
                d -> d.orderId(order).line(1).article("ink").quantity(TEN),
                on -> on.conflictOn(ORDER_LINE.LINE, ORDER_LINE.ORDER_ID));
        assertThat(updated.action()).isEqualTo(Upserted.Action.UPDATED);
        assertThat(updated.record()).isEqualTo(new OrderLine(order, 1, "ink", ten(), "s1"));
        // by another key, the row keeps its own
        Upserted<OrderLine> bySerial = lines.upsert(
                d -> d.orderId(other).line(5).article("cap").quantity(ONE).serial("s1"),
                on -> on.conflictOn(ORDER_LINE.SERIAL));
        assertThat(OrderLineKey.of(bySerial.record())).isEqualTo(new OrderLineKey(order, 1));
        assertThat(bySerial.record().article()).isEqualTo("cap");
        assertThat(lines.count()).isEqualTo(1);
        // a model with one key needs no conflictOn
        UUID document = UUID.randomUUID();
        for (String text : List.of("one", "two")) {
            translations.upsert(d -> d.locale("en").documentId(document).text(text), on -> {});
        }
        assertThat(translations.list().records()).containsExactly(new Translation("en", "two", document));
    }

    @Test
    void bulkCallsWithALimitTouchTheFirstRowsInKeyOrder() {
        for (int i = 1; i <= 4; i++) {
            line(order, i);
            line(other, i);
        }
        assertThat(lines.bulkUpdate(q -> q.where(ORDER_LINE.LINE.ge(2)).limit(4), p -> p.article("x"))
                        .updated())
                .isEqualTo(4);
        // an expression beside another change: on MySQL through a derived table
        assertThat(lines.bulkUpdate(
                                q -> q.confirmed().limit(5),
                                p -> p.setExpression(ORDER_LINE.QUANTITY, ORDER_LINE.QUANTITY.add(ORDER_LINE.QUANTITY))
                                        .article("z"))
                        .updated())
                .isEqualTo(5);
        assertThat(lines.list(q -> q.where(ORDER_LINE.ARTICLE.eq("z"))).records())
                .extracting(OrderLineKey::of, row -> row.quantity().intValue())
                .containsExactly(
                        tuple(new OrderLineKey(order, 1), 2),
                        tuple(new OrderLineKey(order, 2), 2),
                        tuple(new OrderLineKey(order, 3), 2),
                        tuple(new OrderLineKey(order, 4), 2),
                        tuple(new OrderLineKey(other, 1), 2));
        assertThat(lines.bulkDelete(q -> q.where(ORDER_LINE.LINE.le(3)).limit(5))
                        .deleted())
                .isEqualTo(5);
        assertThat(lines.list().records().stream().map(OrderLineKey::of))
                .containsExactly(new OrderLineKey(order, 4), new OrderLineKey(other, 3), new OrderLineKey(other, 4));
    }

    /** Some of a line, and the order it belongs to. */
    record LineOfOrder(String article, OrderNumber order) {}

    /** Some of an order, and its lines. */
    record OrderNumber(String number) {}

    /** An order with its lines. */
    record OrderWithLines(String number, List<LineText> lines) {}

    /** Some of a line. */
    record LineText(int line, String article) {}

    @Test
    void rowsAreReadAsOtherRecordsWithTheirRelations() {
        OrderLineKey first = OrderLineKey.of(line(order, 1));
        OrderLineKey second = OrderLineKey.of(line(other, 2));
        line(other, 1);
        assertThat(lines.read(order, 1, LineOfOrder.class)).contains(new LineOfOrder("a1", new OrderNumber("A")));
        assertThat(lines.readAll(List.of(second, new OrderLineKey(order, 9), first, second), LineOfOrder.class))
                .containsExactly(
                        new LineOfOrder("a2", new OrderNumber("B")), new LineOfOrder("a1", new OrderNumber("A")));
        // rows of a relation come in the order of their whole key
        assertThat(OrderNodes.on(df).read(other, OrderWithLines.class))
                .contains(new OrderWithLines("B", List.of(new LineText(1, "a1"), new LineText(2, "a2"))));
    }

    @Test
    void aKeyCannotBeChanged() {
        line(order, 1);
        assertThatThrownBy(() -> lines.update(order, 1, p -> p.set(ORDER_LINE.LINE, 2)))
                .isInstanceOfSatisfying(
                        DataFlowException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MANAGED_FIELD));
    }

    @Test
    void aModelOfNothingButAKeyWorksInEveryNode() {
        PairNodes pairs = PairNodes.on(df);
        Pair pair = pairs.create(new Pair(1, 2L));
        assertThat(pairs.read(1, 2)).contains(pair);
        assertThat(pairs.update(1, 2, p -> {})).isEqualTo(pair);
        assertThat(pairs.modify(1, 2, (row, p) -> {})).isEqualTo(pair);
        assertThat(pairs.upsert(d -> d.patch(1).change(2L), on -> {}).action()).isEqualTo(Upserted.Action.UNCHANGED);
        assertThat(pairs.bulkUpsert(List.of(pair, new Pair(2, 1L))).inserted()).isEqualTo(1);
        assertThat(pairs.bulkUpdate(List.of(pair)).updated()).isZero();
        assertThatThrownBy(() -> pairs.create(d -> d.patch(3).change(3L))).isInstanceOf(IllegalArgumentException.class);
        assertThat(new PairDeleteNode(df).run(Map.of("id", Map.of("patch", 2, "change", 1))))
                .containsEntry("deleted", true);
        assertThat(pairs.list().records()).containsExactly(pair);
    }
}
