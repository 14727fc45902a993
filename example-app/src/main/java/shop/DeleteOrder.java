package shop;

/** One order, twice: the second time it is gone already. */
final class DeleteOrder implements Step {

    @Override
    public String title() {
        return "Delete: one order, twice";
    }

    @Override
    public void run(Stage stage) {
        Long id = stage.notes().sample().id();
        for (int i = 0; i < 2; i++) {
            boolean deleted =
                    stage.call("orders.delete(" + id + ")", () -> stage.orders().delete(id));
            stage.result("%s", deleted);
        }
    }
}
