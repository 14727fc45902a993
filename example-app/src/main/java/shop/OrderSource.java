package shop;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;

/** Makes up orders with their lines. What an order holds depends on its number alone, so it is the same every time. */
final class OrderSource {

    private static final long SEED = 2_026;
    private static final Instant FIRST_DAY = Instant.parse("2026-01-01T00:00:00Z");
    private static final int SECONDS_OF_YEAR = 365 * 24 * 60 * 60;
    private static final int MOST_LINES = 4;
    private static final int MOST_PIECES = 5;

    private final List<UUID> customers;
    private final List<Long> products;

    OrderSource(List<UUID> customers, List<Long> products) {
        this.customers = customers;
        this.products = products;
    }

    Order order(int index) {
        SplittableRandom random = new SplittableRandom(SEED * index);
        BigDecimal total = BigDecimal.ZERO;
        for (OrderLine line : lines(index, 0)) {
            total = total.add(line.price().multiply(BigDecimal.valueOf(line.quantity())));
        }
        return new Order(
                null,
                String.format(Locale.ROOT, "S-%07d", index + 1),
                customers.get(random.nextInt(customers.size())),
                status(random.nextInt(100)),
                total,
                FIRST_DAY.plusSeconds(random.nextInt(SECONDS_OF_YEAR)),
                null,
                null,
                null);
    }

    List<OrderLine> lines(int index, long orderId) {
        SplittableRandom random = new SplittableRandom(SEED + index);
        List<OrderLine> lines = new ArrayList<>();
        int last = random.nextInt(MOST_LINES) + 1;
        for (int position = 1; position <= last; position++) {
            int product = random.nextInt(products.size());
            lines.add(new OrderLine(
                    null,
                    orderId,
                    position,
                    products.get(product),
                    random.nextInt(MOST_PIECES) + 1,
                    ProductSource.price(product)));
        }
        return lines;
    }

    private static OrderStatus status(int percent) {
        if (percent < 30) {
            return OrderStatus.PENDING;
        }
        if (percent < 70) {
            return OrderStatus.PAID;
        }
        return percent < 95 ? OrderStatus.SHIPPED : OrderStatus.CANCELLED;
    }
}
