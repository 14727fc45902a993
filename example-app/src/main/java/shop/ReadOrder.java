package shop;

import java.util.Optional;

/** One order, and one that is not there. */
final class ReadOrder implements Step {

    @Override
    public String title() {
        return "Read: one order";
    }

    @Override
    public void run(Stage stage) {
        Long id = stage.notes().sample().id();
        Optional<Order> found =
                stage.call("orders.read(" + id + ")", () -> stage.orders().read(id));
        stage.result(
                "%s",
                found.map(order -> "there: " + order.status() + ", " + order.total())
                        .orElse("not there"));
        Optional<Order> missing =
                stage.call("orders.read(-1)", () -> stage.orders().read(-1));
        stage.result("%s", missing.isPresent() ? "there" : "not there");
    }
}
