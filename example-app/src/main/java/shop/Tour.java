package shop;

import java.util.List;

/** All steps, one after the other. */
final class Tour {

    private static final List<Step> STEPS = List.of(
            new LoadReferenceData(),
            new AddProducts(),
            new AddCustomers(),
            new PlaceOrders(),
            new CreateOrder(),
            new ReadOrder(),
            new ReadSeveral(),
            new UpdateOrder(),
            new ModifyOrder(),
            new UpsertOrder(),
            new CountOrders(),
            new ListOrders(),
            new DiscountPending(),
            new ScheduleDeliveries(),
            new NestTransactions(),
            new RunByName(),
            new CountInJooq(),
            new ExplainList(),
            new MeetUniqueKey(),
            new DeleteOrder(),
            new DeleteOrders(),
            new ShowTotals());

    private final Screen screen;
    private final Progress progress;

    Tour(Screen screen, Progress progress) {
        this.screen = screen;
        this.progress = progress;
    }

    void run(Stage stage) {
        for (int i = 0; i < STEPS.size(); i++) {
            Step step = STEPS.get(i);
            screen.heading(step.title());
            long start = System.nanoTime();
            step.run(stage);
            progress.stepDone(i + 1, STEPS.size(), step.title(), System.nanoTime() - start);
        }
    }
}
