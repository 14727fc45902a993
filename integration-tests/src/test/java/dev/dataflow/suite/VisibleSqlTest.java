package dev.dataflow.suite;

import static java.math.BigDecimal.ONE;
import static org.assertj.core.api.Assertions.assertThat;
import static shop.OrderTable.ORDER;

import dev.dataflow.node.Explanation;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.transaction.StatementEvent;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import shop.OrderNodes;
import shop.OrderReadNode;
import shop.OrderStatus;

/** The SQL can be seen: by a listener, by explain, and it is as much as promised and no more. */
class VisibleSqlTest extends EngineSuite {

    private final OrderNodes orders = OrderNodes.on(df);

    VisibleSqlTest(TestDatabase database) {
        super(database);
    }

    @Test
    void aListenerSeesEachStatementWithoutValues() {
        long customer = customer();
        STATEMENTS.clear();
        orders.create(d -> d.customerId(customer).total(ONE).number("top-secret"));
        assertThat(STATEMENTS).hasSize(1);
        StatementEvent event = STATEMENTS.get(0);
        assertThat(event.model()).isEqualTo("shop.Order");
        assertThat(event.operation()).isEqualTo("insert");
        assertThat(event.sql()).startsWith("insert into").doesNotContain("top-secret");
        assertThat(event.rows()).isEqualTo(1);
        assertThat(event.error()).isNull();
        assertThat(event.duration()).isPositive();
    }

    @Test
    void statementsAreFew() {
        long customer = customer();
        long id = orders.create(d -> d.customerId(customer).total(ONE).number("a"))
                .id();
        STATEMENTS.clear();
        orders.readAll(LongStream.range(0, 1000).boxed().toList());
        assertThat(STATEMENTS).hasSize(1);
        orders.list(q -> q.withTotal());
        assertThat(STATEMENTS).hasSize(3);
        orders.delete(id);
        assertThat(STATEMENTS).hasSize(4);
    }

    @Test
    void everyQueryIsExplained() {
        List<Explanation> explanations = List.of(
                new OrderReadNode(df).explain(1L),
                orders.explain(q -> q.where(ORDER.STATUS.eq(OrderStatus.PAID)).orderBy(ORDER.PLACED_AT)),
                orders.explain(q -> q.filter(Map.of("number", "x"))),
                new shop.OrderCountNode(df).explain(q -> q.filter(Map.of("status", "PAID"))),
                new shop.OrderBulkUpdateNode(df)
                        .explain(q -> q.filter(Map.of("status", "PAID")), p -> p.status(OrderStatus.PENDING)),
                new shop.OrderBulkDeleteNode(df).explain(q -> q.filter(Map.of("status", "PAID"))));
        assertThat(explanations).allSatisfy(explanation -> {
            assertThat(explanation.sql()).contains("orders").contains("?");
            assertThat(explanation.plan())
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line).isNotBlank());
        });
    }
}
