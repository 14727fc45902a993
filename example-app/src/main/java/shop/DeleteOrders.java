package shop;

import static shop.OrderLineTable.ORDER_LINE;
import static shop.OrderTable.ORDER;

import java.util.List;

/** All that was created along the way, also by a run that broke off; first the lines, then their orders. */
final class DeleteOrders implements Step {

    @Override
    public String title() {
        return "BulkDelete: the orders created along the way";
    }

    @Override
    public void run(Stage stage) {
        stage.df().transaction(tx -> {
            List<Long> ids =
                    stage.orders().list(q -> q.where(ORDER.NUMBER.startsWith(Notes.PASSING))).records().stream()
                            .map(Order::id)
                            .toList();
            long lines = stage.call(
                            "orderLines.bulkDelete(q -> q.where(ORDER_LINE.ORDER_ID.in(ids)))",
                            () -> stage.nodes().orderLines().bulkDelete(q -> q.where(ORDER_LINE.ORDER_ID.in(ids))))
                    .deleted();
            long orders = stage.call(
                            "orders.bulkDelete(q -> q.where(ORDER.ID.in(ids)))",
                            () -> stage.orders().bulkDelete(q -> q.where(ORDER.ID.in(ids))))
                    .deleted();
            stage.result("%,d line and %,d orders deleted", lines, orders);
        });
    }
}
