package shop;

import java.math.BigDecimal;
import java.util.UUID;

/** One order from a draft: what has a default may be left out. */
final class CreateOrder implements Step {

    @Override
    public String title() {
        return "Create: one order";
    }

    @Override
    public void run(Stage stage) {
        UUID customer = stage.notes().customers().get(0);
        String number = stage.notes().passing("A");
        Order order = stage.call(
                "orders.create(d -> d.number(n).customerId(ada).total(new BigDecimal(\"49.90\")))",
                () -> stage.orders()
                        .create(d -> d.number(number).customerId(customer).total(new BigDecimal("49.90"))));
        stage.result("order %s is %s, %s", order.id(), order.status(), order.total());
        stage.notes().sample(order);
    }
}
