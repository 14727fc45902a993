package shop;

import static shop.OrderStatus.PAID;
import static shop.OrderTable.ORDER;

import java.util.Map;

/** Rows counted by a jOOQ condition, and by a filter that is data. */
final class CountOrders implements Step {

    @Override
    public String title() {
        return "Count: orders";
    }

    @Override
    public void run(Stage stage) {
        long paid = stage.call(
                "orders.count(q -> q.where(ORDER.STATUS.eq(PAID)))",
                () -> stage.orders().count(q -> q.where(ORDER.STATUS.eq(PAID))));
        stage.result("%,d", paid);
        long shipped = stage.call(
                "orders.count(q -> q.filter(Map.of(\"status\", \"SHIPPED\")))",
                () -> stage.orders().count(q -> q.filter(Map.of("status", "SHIPPED"))));
        stage.result("%,d", shipped);
    }
}
