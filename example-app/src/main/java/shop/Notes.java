package shop;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What earlier steps leave for later ones. */
final class Notes {

    /** What the numbers of the orders start with that are gone again at the end. */
    static final String PASSING = "DEMO-";

    private final int orders;
    private final Instant now;
    private List<UUID> customers = List.of();
    private List<Long> products = List.of();
    private @Nullable Order sample;

    Notes(int orders, Instant now) {
        this.orders = orders;
        this.now = now;
    }

    /** How many orders the shop should have. */
    int orders() {
        return orders;
    }

    List<UUID> customers() {
        return customers;
    }

    void customers(List<UUID> keys) {
        customers = keys;
    }

    List<Long> products() {
        return products;
    }

    void products(List<Long> keys) {
        products = keys;
    }

    /** The order that was created by itself. */
    Order sample() {
        if (sample == null) {
            throw new IllegalStateException("no order has been created yet");
        }
        return sample;
    }

    void sample(Order order) {
        sample = order;
    }

    /** The number of an order that is gone again at the end: another one in each run, should one break off. */
    String passing(String name) {
        return PASSING + now.toEpochMilli() + "-" + name;
    }

    /** A whole order under such a number. */
    Order passingOrder(String name, BigDecimal total) {
        return new Order(
                null,
                passing(name),
                customers.get(0),
                OrderStatus.PENDING,
                total,
                now.truncatedTo(ChronoUnit.MICROS),
                null,
                null,
                null);
    }
}
