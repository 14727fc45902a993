package shop;

import static shop.OrderTable.ORDER;

import dev.dataflow.node.Upserted;
import java.math.BigDecimal;
import java.util.UUID;

/** The same call twice: it creates, then it updates. */
final class UpsertOrder implements Step {

    @Override
    public String title() {
        return "Upsert: one order, twice";
    }

    @Override
    public void run(Stage stage) {
        show(stage, "TEN", BigDecimal.TEN);
        show(stage, "ONE", BigDecimal.ONE);
    }

    private static void show(Stage stage, String name, BigDecimal total) {
        UUID customer = stage.notes().customers().get(0);
        String number = stage.notes().passing("B");
        Upserted<Order> done = stage.call(
                "orders.upsert(d -> d.number(n).customerId(ada).total(" + name
                        + "), on -> on.conflictOn(ORDER.NUMBER))",
                () -> stage.orders()
                        .upsert(
                                d -> d.number(number).customerId(customer).total(total),
                                on -> on.conflictOn(ORDER.NUMBER)));
        stage.result("%s, total %s", done.action(), done.record().total());
    }
}
