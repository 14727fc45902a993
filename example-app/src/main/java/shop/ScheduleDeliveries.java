package shop;

import static shop.OrderStatus.PAID;
import static shop.OrderTable.ORDER;

import dev.dataflow.node.BulkUpdated;
import java.time.LocalDate;
import java.util.List;

/** Many rows, each to its own values. */
final class ScheduleDeliveries implements Step {

    private static final LocalDate DAY = LocalDate.of(2027, 1, 4);

    @Override
    public String title() {
        return "BulkUpdate: a day of delivery for the hundred oldest paid orders";
    }

    @Override
    public void run(Stage stage) {
        List<Order> paid = stage.call(
                "orders.list(q -> q.where(ORDER.STATUS.eq(PAID)).orderBy(ORDER.PLACED_AT)).records()",
                () -> stage.orders()
                        .list(q -> q.where(ORDER.STATUS.eq(PAID)).orderBy(ORDER.PLACED_AT))
                        .records());
        List<Order> planned = paid.stream().map(order -> order.deliveredOn(DAY)).toList();
        BulkUpdated done =
                stage.call("orders.bulkUpdate(planned)", () -> stage.orders().bulkUpdate(planned));
        stage.result("%,d of %,d updated", done.updated(), done.processed());
    }
}
