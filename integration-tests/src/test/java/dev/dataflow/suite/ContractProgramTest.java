package dev.dataflow.suite;

import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.TEN;
import static java.math.BigDecimal.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shop.OrderStatus.CANCELLED;
import static shop.OrderStatus.PAID;
import static shop.OrderStatus.PENDING;
import static shop.OrderTable.ORDER;

import dev.dataflow.DataFlow;
import dev.dataflow.node.BulkResult;
import dev.dataflow.node.Conflict;
import dev.dataflow.node.Upserted;
import dev.dataflow.query.Page;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.transaction.TransactionOptions;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shop.Customer;
import shop.Order;
import shop.OrderCreateNode;
import shop.OrderNodes;

/** The programs of the contract, line by line. */
class ContractProgramTest extends EngineSuite {

    ContractProgramTest(TestDatabase database) {
        super(database);
    }

    @Test
    void theNodes() {
        long customer = customer();
        OrderNodes orders = OrderNodes.on(df);

        Order o = orders.create(
                d -> d.customerId(customer).total(new BigDecimal("9.90")).number("A-1"));
        assertThat(o.id()).isPositive();
        assertThat(o.total()).isEqualTo(new BigDecimal("9.9000000000"));
        assertThat(o.status()).isEqualTo(PENDING);
        assertThat(o.placedAt()).isNull();
        Order same = orders.create(new Order(null, customer, TEN, PENDING, "A-2", null));
        Optional<Order> read = orders.read(o.id());
        assertThat(read).contains(o);
        List<Order> several = orders.readAll(List.of(same.id(), -1L, o.id(), same.id()));
        assertThat(several).containsExactly(same, o);
        Order paid = orders.update(o.id(), p -> p.status(PAID));
        assertThat(paid.status()).isEqualTo(PAID);
        Order base = orders.update(paid, p -> p.total(ONE));
        assertThat(base.total()).isEqualByComparingTo(ONE);
        assertThat(base.status()).isEqualTo(PAID);
        Order kept = orders.modify(o.id(), (row, p) -> p.total(row.total().add(ONE)));
        assertThat(kept.total()).isEqualByComparingTo("2");
        assertThat(orders.read(o.id())).contains(kept);

        Page<Order> page = orders.list(q -> q.where(ORDER.STATUS.eq(PAID))
                .orderBy(ORDER.TOTAL.desc())
                .limit(20)
                .withTotal());
        assertThat(page.records()).containsExactly(kept);
        assertThat(page.total()).hasValue(1);
        assertThat(orders.list(q -> q.where(ORDER.TOTAL.gt(ZERO))).records()).hasSize(2);
        long n = orders.count(q -> q.where(ORDER.STATUS.eq(PAID)));
        assertThat(n).isEqualTo(1);
        Upserted<Order> u = orders.upsert(
                d -> d.number("A-1").customerId(customer).total(TEN),
                on -> on.conflictOn(ORDER.NUMBER).update(p -> p.total(TEN)));
        assertThat(u.created()).isFalse();
        assertThat(u.record().total()).isEqualByComparingTo(TEN);
        assertThat(u.record().status()).isEqualTo(PAID);

        assertThat(orders.delete(o.id())).isTrue();
        assertThat(orders.delete(o.id())).isFalse();
        assertThat(orders.read(o.id())).isEmpty();
    }

    @Test
    void bulk() {
        long customer = customer();
        OrderNodes orders = OrderNodes.on(df);
        orders.create(d -> d.customerId(customer).total(TEN).number("B-1"));
        List<Order> list = List.of(
                new Order(null, customer, ONE, PENDING, "B-0", null),
                new Order(null, customer, ONE, PENDING, "B-1", null),
                new Order(null, customer, ONE, PENDING, "B-2", null));
        BulkResult<Long> b = orders.bulkCreate(
                list, opt -> opt.batchSize(5000).onConflict(Conflict.SKIP).returnIds());
        assertThat(b.inserted()).isEqualTo(2);
        assertThat(b.skipped()).isEqualTo(1);
        assertThat(orders.readAll(b.ids()).stream().map(Order::number)).containsExactly("B-0", "B-1", "B-2");

        long changed = orders.bulkUpdate(
                        q -> q.where(ORDER.STATUS.eq(PENDING)),
                        p -> p.setExpression(ORDER.TOTAL, ORDER.TOTAL.mul(new BigDecimal("0.9"))))
                .updated();
        assertThat(changed).isEqualTo(3);
        List<Order> all = orders.list(q -> q.sort("number")).records();
        assertThat(all.stream().map(Order::total).map(BigDecimal::stripTrailingZeros))
                .containsExactly(new BigDecimal("0.9"), new BigDecimal("9"), new BigDecimal("0.9"));

        List<Order> changedOrders = all.stream()
                .map(o -> new Order(o.id(), customer, o.total().add(ONE), PAID, o.number(), o.placedAt()))
                .toList();
        assertThat(orders.bulkUpdate(changedOrders).updated()).isEqualTo(3);
        assertThat(orders.list(q -> q.sort("number")).records()).isEqualTo(changedOrders);

        BulkResult<Long> upserted = orders.bulkUpsert(
                List.of(
                        new Order(null, customer, TEN, CANCELLED, "B-0", null),
                        new Order(null, customer, TEN, CANCELLED, "B-9", null)),
                opt -> opt.conflictOn(ORDER.NUMBER));
        assertThat(upserted.inserted()).isEqualTo(1);
        assertThat(upserted.updated()).isEqualTo(1);
        long removed =
                orders.bulkDelete(q -> q.filter(Map.of("status", "CANCELLED"))).deleted();
        assertThat(removed).isEqualTo(2);
        assertThat(orders.count()).isEqualTo(2);
    }

    @Test
    void theMapFace() {
        long customer = customer();
        Map<String, Object> created =
                new OrderCreateNode(df).run(Map.of("customer_id", customer, "total", "9.90", "number", "A-3"));
        assertThat(created).containsEntry("status", "PENDING").containsKeys("id", "created_at", "updated_at");
        Map<String, Object> listed = df.node("OrderListNode")
                .run(Map.of("filter", Map.of("status", "PENDING"), "sort", List.of(Map.of("total", -1))));
        assertThat(listed).containsEntry("count", 1);
        assertThat(listed.get("records")).isEqualTo(List.of(created));
    }

    @Test
    void transactions() {
        long customer = customer();
        OrderNodes orders = OrderNodes.on(df);
        df.transaction(tx -> {
            orders.create(d -> d.customerId(customer).total(ONE).number("T-1"));
            assertThatThrownBy(() -> df.transaction(inner -> {
                        orders.create(d -> d.customerId(customer).total(ONE).number("T-2"));
                        throw new IllegalStateException("undo the inner one");
                    }))
                    .hasMessage("undo the inner one");
            df.transaction(inner -> {
                orders.create(d -> d.customerId(customer).total(ONE).number("T-3"));
            });
        });
        assertThat(orders.list(q -> q.orderBy(ORDER.NUMBER)).records().stream().map(Order::number))
                .containsExactly("T-1", "T-3");
        Order r = df.transactionResult(
                tx -> orders.create(d -> d.customerId(customer).total(ONE).number("T-4")));
        assertThat(orders.read(r.id())).contains(r);
        df.transaction(TransactionOptions.serializable().timeout(Duration.ofSeconds(10)), tx -> {
            assertThat(OrderNodes.on(tx).count()).isEqualTo(3);
        });
        assertThat(df.dsl().selectFrom(ORDER).fetch()).hasSize(3);
        assertThat(df.dsl()
                        .selectFrom(ORDER)
                        .orderBy(ORDER.NUMBER)
                        .fetch(ORDER.TOTAL)
                        .get(0))
                .isEqualByComparingTo(ONE);
    }

    @Test
    void chosenModelsOnAGivenUrl() {
        try (DataFlow other = DataFlow.builder()
                .url(database.url())
                .autoMigrate(false)
                .models(Order.class, Customer.class)
                .build()) {
            assertThat(other.models()).containsExactly("shop.Customer", "shop.Order");
            assertThat(df.models()).contains("shop.Customer", "shop.Order", "dev.dataflow.suite.Everything");
        }
    }
}
