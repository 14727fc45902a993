package shop;

import java.math.BigDecimal;

/** An update that depends on what is stored: read, changed and written while others wait. */
final class ModifyOrder implements Step {

    @Override
    public String title() {
        return "Update: one order by what it holds";
    }

    @Override
    public void run(Stage stage) {
        Long id = stage.notes().sample().id();
        Order dearer = stage.call(
                "orders.modify(" + id + ", (row, p) -> p.total(row.total().add(ONE)))",
                () -> stage.orders().modify(id, (row, p) -> p.total(row.total().add(BigDecimal.ONE))));
        stage.result("from %s to %s", stage.notes().sample().total(), dearer.total());
    }
}
