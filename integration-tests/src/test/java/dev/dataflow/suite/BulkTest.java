package dev.dataflow.suite;

import static dev.dataflow.suite.TagTable.TAG;
import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.TEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shop.OrderStatus.PAID;
import static shop.OrderStatus.PENDING;
import static shop.OrderTable.ORDER;

import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.UniqueViolationException;
import dev.dataflow.node.BulkResult;
import dev.dataflow.node.Conflict;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import shop.Order;
import shop.OrderNodes;

/** Bulk nodes: counts, order of keys, conflicts, all or nothing. */
class BulkTest extends EngineSuite {

    private final OrderNodes orders = OrderNodes.on(df);
    private final TagNodes tags = TagNodes.on(df);

    BulkTest(TestDatabase database) {
        super(database);
    }

    private static List<Order> orders(long customer, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Order(null, customer, BigDecimal.valueOf(i), PENDING, "N-" + i, null))
                .toList();
    }

    @Test
    void keysComeInTheOrderOfTheRows() {
        long customer = customer();
        List<Order> given = orders(customer, 2500);
        BulkResult<Long> result =
                orders.bulkCreate(given, o -> o.batchSize(1000).returnIds());
        assertThat(result.inserted()).isEqualTo(2500);
        assertThat(result.ids()).doesNotHaveDuplicates().hasSize(2500);
        assertThat(orders.readAll(result.ids()).stream().map(Order::number))
                .containsExactlyElementsOf(given.stream().map(Order::number).toList());
        // keys the database makes later do not meet those
        assertThat(result.ids())
                .doesNotContain(
                        orders.create(d -> d.customerId(customer).total(ONE).number("later"))
                                .id());
    }

    @Test
    void withoutConflictPolicyItIsAllOrNothing() {
        long customer = customer();
        orders.create(d -> d.customerId(customer).total(ONE).number("N-1700"));
        assertThatThrownBy(() -> orders.bulkCreate(orders(customer, 2000)))
                .isInstanceOfSatisfying(
                        UniqueViolationException.class,
                        e -> assertThat(e.fields()).containsExactly("number"));
        assertThat(orders.count()).isEqualTo(1);
    }

    @Test
    void skipLeavesExistingRowsAlone() {
        long customer = customer();
        Order first = orders.create(d -> d.customerId(customer).total(TEN).number("N-3"));
        List<Order> given = new ArrayList<>(orders(customer, 6));
        given.add(new Order(null, customer, BigDecimal.valueOf(77), PAID, "N-5", null));
        BulkResult<Long> result = orders.bulkCreate(
                given, o -> o.batchSize(4).onConflict(Conflict.SKIP).returnIds());
        assertThat(List.of(result.processed(), result.inserted(), result.updated(), result.skipped()))
                .containsExactly(7L, 5L, 0L, 2L);
        assertThat(result.ids()).hasSize(7);
        assertThat(result.ids().get(3)).isEqualTo(first.id());
        assertThat(result.ids().get(6)).isEqualTo(result.ids().get(5));
        assertThat(orders.read(first.id())).contains(first);
        assertThat(orders.read(result.ids().get(5)).orElseThrow().status()).isEqualTo(PENDING);
    }

    @Test
    void upsertFoldsDuplicatesAndTheLastWins() {
        long customer = customer();
        orders.create(d -> d.customerId(customer).total(TEN).number("A"));
        List<Order> given = List.of(
                new Order(null, customer, BigDecimal.valueOf(1), PENDING, "A", null),
                new Order(null, customer, BigDecimal.valueOf(2), PENDING, "B", null),
                new Order(null, customer, BigDecimal.valueOf(3), PAID, "A", null),
                new Order(null, customer, BigDecimal.valueOf(4), PAID, "B", null));
        BulkResult<Long> result = orders.bulkUpsert(given, o -> o.conflictOn(ORDER.NUMBER));
        assertThat(List.of(result.processed(), result.inserted(), result.updated(), result.skipped()))
                .containsExactly(4L, 1L, 3L, 0L);
        assertThat(orders.list(q -> q.sort("number")).records())
                .extracting(o -> o.number() + o.total().intValue() + o.status())
                .containsExactly("A3PAID", "B4PAID");
    }

    @Test
    void upsertOnOneKeyDoesNotTouchTheRowOfAnother() {
        tags.create(d -> d.code("a").label("one").rank(1));
        tags.create(d -> d.code("b").label("two").rank(2));
        // by label this is row a; its rank belongs to row b
        assertThatThrownBy(
                        () -> tags.bulkUpsert(List.of(new Tag("c", "one", 2, 9, null)), o -> o.conflictOn(TAG.LABEL)))
                .isInstanceOfSatisfying(
                        UniqueViolationException.class,
                        e -> assertThat(e.fields()).containsExactly("rank"));
        assertThatThrownBy(() -> tags.upsert(d -> d.code("c").label("three").rank(2), on -> on.conflictOn(TAG.CODE)))
                .isInstanceOf(UniqueViolationException.class);
        assertThat(tags.list(q -> q.sort("code")).records())
                .containsExactly(new Tag("a", "one", 1, 7, null), new Tag("b", "two", 2, 7, null));
    }

    @Test
    void rowsWithNullInTheKeyAreAlwaysNew() {
        BulkResult<String> result = tags.bulkUpsert(
                List.of(new Tag("a", "one", null, 1, null), new Tag("b", "two", null, 1, null)),
                o -> o.conflictOn(TAG.RANK));
        assertThat(result.inserted()).isEqualTo(2);
    }

    @Test
    void aMapChangesOnlyWhatItNames() {
        tags.create(d -> d.code("a").label("one").rank(1).weight(50));
        Map<String, Object> result = df.node("TagBulkUpsertNode")
                .run(Map.of(
                        "data",
                        List.of(Map.of("code", "a", "label", "uno"), Map.of("code", "b", "label", "dos", "rank", 2)),
                        "conflict_on",
                        "code"));
        assertThat(result).containsEntry("inserted", 1L).containsEntry("updated", 1L);
        assertThat(tags.list(q -> q.sort("code")).records())
                .containsExactly(new Tag("a", "uno", 1, 50, null), new Tag("b", "dos", 2, 7, null));
    }

    @Test
    void rowsOfOneKeyAreFoldedColumnByColumn() {
        tags.create(d -> d.code("a").label("one").rank(1).weight(50));
        df.node("TagBulkUpdateNode")
                .run(Map.of("data", List.of(Map.of("code", "a", "label", "uno"), Map.of("code", "a", "rank", 9))));
        assertThat(tags.read("a")).contains(new Tag("a", "uno", 9, 50, null));
        for (int size : new int[] {1, 1000}) {
            df.node("TagBulkUpsertNode")
                    .run(Map.of(
                            "data",
                            List.of(
                                    Map.of("code", "b" + size, "label", "b" + size, "rank", size + 10),
                                    Map.of("code", "b" + size, "label", "c" + size)),
                            "conflict_on",
                            "code",
                            "batch_size",
                            size));
            assertThat(tags.read("b" + size)).contains(new Tag("b" + size, "c" + size, size + 10, 7, null));
        }
    }

    @Test
    void aFailedBulkCallInATransactionLeavesNothingBehind() {
        long customer = customer();
        orders.create(d -> d.customerId(customer).total(ONE).number("N-1500"));
        df.transaction(tx -> {
            assertThatThrownBy(() -> orders.bulkCreate(orders(customer, 2000)))
                    .isInstanceOf(UniqueViolationException.class);
            orders.create(d -> d.customerId(customer).total(ONE).number("after"));
        });
        assertThat(orders.count()).isEqualTo(2);
    }

    @Test
    void aConflictKeyMustBeAKey() {
        assertThatThrownBy(() -> tags.bulkUpsert(List.of(), o -> o.conflictOn(TAG.WEIGHT)))
                .isInstanceOfSatisfying(
                        DataFlowException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT_KEY_INVALID))
                .hasMessageContaining("[code]");
        assertThatThrownBy(() -> tags.bulkUpsert(List.of(new Tag("a", "b", 1, 1, null)), o -> {}))
                .hasMessageContaining("DF-110");
    }

    @Test
    void updateByFilterWithLimit() {
        long customer = customer();
        orders.bulkCreate(orders(customer, 10));
        assertThat(orders.bulkUpdate(
                                q -> q.where(ORDER.TOTAL.ge(BigDecimal.valueOf(4)))
                                        .limit(3),
                                p -> p.status(PAID))
                        .updated())
                .isEqualTo(3);
        assertThat(orders.list(q -> q.filter(Map.of("status", PAID)).sort("id")).records())
                .extracting(Order::number)
                .containsExactly("N-4", "N-5", "N-6");
        assertThat(orders.bulkDelete(q -> q.filter(Map.of("status", "PENDING")).limit(2))
                        .deleted())
                .isEqualTo(2);
        assertThat(orders.count()).isEqualTo(8);
    }

    @Test
    void assignmentsReadOldValues() {
        tags.create(d -> d.code("a").label("one").rank(1).weight(10));
        tags.bulkUpdate(
                q -> q.where(TAG.CODE.eq("a")),
                p -> p.setExpression(TAG.RANK, TAG.WEIGHT).setExpression(TAG.WEIGHT, TAG.RANK));
        assertThat(tags.read("a")).contains(new Tag("a", "one", 10, 1, null));
        Tag swapped = tags.update(
                "a", p -> p.setExpression(TAG.WEIGHT, TAG.RANK.add(1)).setExpression(TAG.RANK, TAG.WEIGHT.mul(3)));
        assertThat(swapped).isEqualTo(new Tag("a", "one", 3, 11, null));
        tags.bulkUpdate(
                q -> q.limit(5).confirmed(),
                p -> p.setExpression(TAG.WEIGHT, TAG.RANK).setExpression(TAG.RANK, TAG.WEIGHT));
        assertThat(tags.read("a")).contains(new Tag("a", "one", 11, 3, null));
    }

    @Test
    void decimalExpressionsAreExactOrRefused() {
        long customer = customer();
        Order row = orders.create(
                d -> d.customerId(customer).total(new BigDecimal("0.1")).number("X"));
        Order tripled = orders.update(
                row.id(),
                p -> p.setExpression(
                        ORDER.TOTAL,
                        ORDER.TOTAL.mul(3).sub(new BigDecimal("0.3")).add(ORDER.TOTAL)));
        assertThat(tripled.total()).isEqualByComparingTo("0.1");
        // rounded half up to the column's scale, on every database
        Order rounded = orders.update(
                row.id(), p -> p.setExpression(ORDER.TOTAL, ORDER.TOTAL.mul(new BigDecimal("0.00000000050"))));
        assertThat(rounded.total()).isEqualTo(new BigDecimal("0.0000000001"));
        if (on(Engine.SQLITE)) {
            assertThatThrownBy(() -> orders.update(row.id(), p -> p.setExpression(ORDER.TOTAL, ORDER.TOTAL.div(3))))
                    .hasMessageContaining("DF-111");
            assertThatThrownBy(
                            () -> orders.count(q -> q.where(ORDER.TOTAL.mul(2).gt(ONE))))
                    .hasMessageContaining("DF-111");
        }
    }

    @Test
    void allRowsNeedToBeConfirmed() {
        assertThatThrownBy(() -> orders.bulkDelete(q -> {})).hasMessageContaining("DF-109");
        assertThatThrownBy(() -> orders.bulkUpdate(q -> q.filter(Map.of()), p -> p.status(PAID)))
                .hasMessageContaining("DF-109");
        assertThatThrownBy(() -> df.node("OrderBulkDeleteNode").run(Map.of("filter", Map.of())))
                .hasMessageContaining("DF-109");
        for (Condition all : List.of(DSL.noCondition(), DSL.trueCondition(), DSL.and(List.of()))) {
            assertThatThrownBy(() -> orders.bulkDelete(q -> q.where(all))).hasMessageContaining("DF-109");
        }
        List<Map<String, ?>> everything = List.of(
                Map.of("$nor", List.of()),
                Map.of("$or", List.of(Map.of("status", "PAID"), Map.of())),
                Map.of("$not", Map.of("status", Map.of("$in", List.of()))),
                Map.of("$and", List.of(Map.of("status", Map.of("$nin", List.of())), Map.of())));
        for (Map<String, ?> filter : everything) {
            assertThatThrownBy(() -> orders.bulkDelete(q -> q.filter(filter))).hasMessageContaining("DF-109");
        }
        assertThatThrownBy(() -> orders.bulkDelete(q -> q.confirmed().limit(-1)))
                .hasMessageContaining("DF-107");
    }

    @Test
    void aWrongRowIsNamedAndNothingIsWritten() {
        long customer = customer();
        List<Order> given = new ArrayList<>(orders(customer, 3));
        given.add(new Order(null, customer, null, PENDING, "bad", null));
        assertThatThrownBy(() -> orders.bulkCreate(given, o -> o.batchSize(2)))
                .hasMessageContaining("DF-101")
                .hasMessageContaining("row 3")
                .hasMessageContaining("`total`");
        assertThat(orders.count()).isZero();
        assertThatThrownBy(() -> orders.bulkCreate(given, o -> o.batchSize(0))).hasMessageContaining("DF-107");
    }

    @Test
    void aModelOfNothingButAKey() {
        TicketNodes tickets = TicketNodes.on(df);
        int first = tickets.create(new Ticket(0)).id();
        BulkResult<Integer> result =
                tickets.bulkCreate(List.of(new Ticket(0), new Ticket(0), new Ticket(0)), o -> o.returnIds());
        assertThat(result.ids()).hasSize(3).doesNotHaveDuplicates().doesNotContain(first);
        assertThat(tickets.bulkCreate(List.of(new Ticket(0), new Ticket(0))).inserted())
                .isEqualTo(2);
        assertThat(tickets.count()).isEqualTo(6);
        assertThat(tickets.update(first, p -> {})).isEqualTo(new Ticket(first));
        tickets.bulkDelete(q -> q.confirmed());
    }

    @Test
    void emptyInputIsNoWork() {
        assertThat(orders.bulkCreate(List.of()).processed()).isZero();
        assertThat(orders.bulkUpdate(List.of()).updated()).isZero();
        assertThat(orders.readAll(List.of())).isEmpty();
    }
}
