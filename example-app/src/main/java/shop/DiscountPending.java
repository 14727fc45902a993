package shop;

import static shop.OrderStatus.PENDING;
import static shop.OrderTable.ORDER;

import java.math.BigDecimal;
import java.time.Instant;

/** Many rows in one statement, each to a value computed from its own. */
final class DiscountPending implements Step {

    private static final Instant SUMMER = Instant.parse("2026-07-01T00:00:00Z");

    @Override
    public String title() {
        return "BulkUpdate: a tenth off for orders that have waited since spring";
    }

    @Override
    public void run(Stage stage) {
        long changed = stage.call(
                        "orders.bulkUpdate(q -> q.where(ORDER.STATUS.eq(PENDING), ORDER.PLACED_AT.lt(summer)),"
                                + " p -> p.setExpression(ORDER.TOTAL, ORDER.TOTAL.mul(new BigDecimal(\"0.9\"))))",
                        () -> stage.orders()
                                .bulkUpdate(
                                        q -> q.where(ORDER.STATUS.eq(PENDING), ORDER.PLACED_AT.lt(SUMMER)),
                                        p -> p.setExpression(ORDER.TOTAL, ORDER.TOTAL.mul(new BigDecimal("0.9")))))
                .updated();
        stage.result("%,d updated", changed);
    }
}
