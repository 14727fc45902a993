package shop;

import static shop.OrderStatus.PAID;
import static shop.OrderTable.ORDER;

import dev.dataflow.query.Page;

/** A page of orders, and how many there are on all pages. */
final class ListOrders implements Step {

    @Override
    public String title() {
        return "List: the dearest orders that are paid";
    }

    @Override
    public void run(Stage stage) {
        Page<Order> page = stage.call(
                "orders.list(q -> q.where(ORDER.STATUS.eq(PAID)).orderBy(ORDER.TOTAL.desc()).limit(3).withTotal())",
                () -> stage.orders()
                        .list(q -> q.where(ORDER.STATUS.eq(PAID))
                                .orderBy(ORDER.TOTAL.desc())
                                .limit(3)
                                .withTotal()));
        for (Order order : page.records()) {
            stage.result("%s, %,.2f, %s", order.number(), order.total(), order.placedAt());
        }
        stage.result("%d of %,d", page.count(), page.total().orElseThrow());
    }
}
