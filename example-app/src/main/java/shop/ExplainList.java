package shop;

import static shop.OrderStatus.SHIPPED;
import static shop.OrderTable.ORDER;

import dev.dataflow.node.Explanation;

/** A statement and how the database runs it. */
final class ExplainList implements Step {

    @Override
    public String title() {
        return "Explain: how the database finds orders";
    }

    @Override
    public void run(Stage stage) {
        Explanation explanation = stage.call(
                "orders.explain(q -> q.where(ORDER.STATUS.eq(SHIPPED)).orderBy(ORDER.PLACED_AT).limit(10))",
                () -> stage.orders()
                        .explain(q -> q.where(ORDER.STATUS.eq(SHIPPED))
                                .orderBy(ORDER.PLACED_AT)
                                .limit(10)));
        explanation.plan().forEach(line -> stage.result("%s", line));
    }
}
