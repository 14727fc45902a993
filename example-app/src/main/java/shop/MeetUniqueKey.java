package shop;

import dev.dataflow.error.UniqueViolationException;
import java.math.BigDecimal;

/** What happens when something is there already: an exception that says which fields. */
final class MeetUniqueKey implements Step {

    @Override
    public String title() {
        return "Errors: a number that is taken";
    }

    @Override
    public void run(Stage stage) {
        Order taken = stage.notes().passingOrder("A", BigDecimal.ONE);
        try {
            stage.call("orders.create(taken)", () -> stage.orders().create(taken));
        } catch (UniqueViolationException e) {
            stage.result("fields() %s, retryable() %s", e.fields(), e.retryable());
            stage.result("%s", e.getMessage());
        }
    }
}
