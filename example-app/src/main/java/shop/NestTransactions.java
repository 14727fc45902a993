package shop;

import java.math.BigDecimal;
import java.util.List;

/** An order and its line, both or none; inside it a change that is undone by itself. */
final class NestTransactions implements Step {

    private static final class ChangedMind extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public String title() {
        return "Transactions: one inside another";
    }

    @Override
    public void run(Stage stage) {
        Order order = stage.call(
                "df.transactionResult(tx -> { orders.create(o); orderLines.bulkCreate(lines); cancelAndRegret(); })",
                () -> stage.df().transactionResult(tx -> {
                    Order created = stage.orders().create(stage.notes().passingOrder("C", BigDecimal.TEN));
                    stage.nodes().orderLines().bulkCreate(List.of(line(stage, created.id())));
                    cancelAndRegret(stage, created.id());
                    return created;
                }));
        OrderStatus status = stage.call(
                "orders.read(" + order.id() + ")",
                () -> stage.orders().read(order.id()).orElseThrow().status());
        stage.result("the order is kept; its cancellation was undone: %s", status);
    }

    private static void cancelAndRegret(Stage stage, Long id) {
        try {
            stage.df().transaction(inner -> {
                OrderNodes.on(inner).update(id, p -> p.status(OrderStatus.CANCELLED));
                throw new ChangedMind();
            });
        } catch (ChangedMind e) {
            // the inner transaction is undone, the outer one goes on
        }
    }

    private static OrderLine line(Stage stage, Long orderId) {
        return new OrderLine(null, orderId, 1, stage.notes().products().get(0), 1, BigDecimal.TEN);
    }
}
