package shop;

import static dev.dataflow.node.Conflict.SKIP;
import static dev.dataflow.node.Conflict.UPSERT;
import static shop.OrderTable.ORDER;

import dev.dataflow.node.BulkResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The orders, some thousand, and their lines. */
final class PlaceOrders implements Step {

    private static final int AT_ONCE = 1000;

    @Override
    public String title() {
        return "BulkCreate: orders and their lines";
    }

    @Override
    public void run(Stage stage) {
        OrderSource source =
                new OrderSource(stage.notes().customers(), stage.notes().products());
        List<Long> ids = orders(stage, source);
        lines(stage, source, ids);
    }

    private static List<Long> orders(Stage stage, OrderSource source) {
        List<Long> ids = new ArrayList<>();
        Sum sum = stage.call(
                "orders.bulkCreate(list, o -> o.onConflict(UPSERT).conflictOn(ORDER.NUMBER).returnIds())",
                () -> inParts(stage, "orders", stage.notes().orders(), numbers -> {
                    List<Order> list = numbers.mapToObj(source::order).toList();
                    BulkResult<Long> done = stage.orders()
                            .bulkCreate(
                                    list,
                                    o -> o.onConflict(UPSERT)
                                            .conflictOn(ORDER.NUMBER)
                                            .returnIds());
                    ids.addAll(done.ids());
                    return done;
                }));
        sum.show(stage);
        return ids;
    }

    private static void lines(Stage stage, OrderSource source, List<Long> ids) {
        Sum sum = stage.call(
                "orderLines.bulkCreate(list, o -> o.onConflict(SKIP))",
                () -> inParts(stage, "lines of orders", ids.size(), numbers -> {
                    List<OrderLine> list = numbers.boxed()
                            .flatMap(number -> source.lines(number, ids.get(number)).stream())
                            .toList();
                    return stage.nodes().orderLines().bulkCreate(list, o -> o.onConflict(SKIP));
                }));
        sum.show(stage);
    }

    private interface Part {
        BulkResult<?> place(IntStream numbers);
    }

    private record Sum(long processed, long inserted, long updated, long skipped) {

        Sum add(BulkResult<?> done) {
            return new Sum(
                    processed + done.processed(),
                    inserted + done.inserted(),
                    updated + done.updated(),
                    skipped + done.skipped());
        }

        void show(Stage stage) {
            stage.result("%,d given: %,d inserted, %,d updated, %,d skipped", processed, inserted, updated, skipped);
        }
    }

    private static Sum inParts(Stage stage, String name, int count, Part part) {
        Sum sum = new Sum(0, 0, 0, 0);
        try (Progress.Work work = stage.progress().begin(name, count)) {
            for (int from = 0; from < count; from += AT_ONCE) {
                int to = Math.min(count, from + AT_ONCE);
                sum = sum.add(part.place(IntStream.range(from, to)));
                work.add(to - from);
            }
        }
        return sum;
    }
}
