package shop;

import static shop.OrderStatus.PAID;
import static shop.OrderTable.ORDER;

/** One order by its key, then by the record that was read. */
final class UpdateOrder implements Step {

    @Override
    public String title() {
        return "Update: one order";
    }

    @Override
    public void run(Stage stage) {
        Long id = stage.notes().sample().id();
        Order paid = stage.call(
                "orders.update(" + id + ", p -> p.status(PAID))",
                () -> stage.orders().update(id, p -> p.status(PAID)));
        stage.result("now %s", paid.status());
        Order open = stage.call(
                "orders.update(paid, p -> p.setNull(ORDER.PLACED_AT))",
                () -> stage.orders().update(paid, p -> p.setNull(ORDER.PLACED_AT)));
        stage.result("placed at: %s", open.placedAt());
    }
}
