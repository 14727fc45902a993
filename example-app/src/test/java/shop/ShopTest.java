package shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.DataFlow;
import dev.dataflow.testing.EveryEngine;
import dev.dataflow.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@EveryEngine
final class ShopTest {

    private static final int ORDERS = 300;

    private final TestDatabase database;

    ShopTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void canBeRunTwice() {
        String first = run();
        List<Long> counts = counts();
        List<Order> orders = orders();
        String second = run();

        assertThat(first)
                .contains("300 given: 300 inserted, 0 updated, 0 skipped", "500 given: 500 inserted, 0 skipped")
                .contains("[number]", "its cancellation was undone: PENDING", "1 line and 3 orders deleted");
        assertThat(second)
                .contains("300 given: 0 inserted, 300 updated, 0 skipped", "500 given: 0 inserted, 500 skipped");
        assertThat(headings(second)).isEqualTo(headings(first)).hasSize(23);
        assertThat(counts()).isEqualTo(counts).contains(300L, 500L, 100L);
        assertThat(orders()).isEqualTo(orders).hasSize(ORDERS);
    }

    private String run() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = new Shop(print(out), print(err), Terminal.NONE)
                .run(List.of("--url=" + database.url(), "--orders=" + ORDERS));
        assertThat(exit).as(err.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("[1/22]", "[22/22]");
        return out.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream print(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    private static List<String> headings(String output) {
        return output.lines()
                .filter(line -> !line.isEmpty() && !line.startsWith(" ") && !line.startsWith("Done"))
                .toList();
    }

    private List<Long> counts() {
        try (DataFlow df = DataFlow.open(database.url())) {
            return df.models().stream()
                    .map(model -> model.substring(model.lastIndexOf('.') + 1))
                    .map(model ->
                            (Long) df.node(model + "CountNode").run(Map.of()).get("count"))
                    .toList();
        }
    }

    /** The orders as generated and changed since, without their stamps. */
    private List<Order> orders() {
        try (DataFlow df = DataFlow.open(database.url())) {
            return OrderNodes.on(df).list(q -> q.limit(10_000)).records().stream()
                    .map(ShopTest::withoutStamps)
                    .toList();
        }
    }

    private static Order withoutStamps(Order order) {
        return new Order(
                order.id(),
                order.number(),
                order.customerId(),
                order.status(),
                order.total(),
                order.placedAt(),
                order.deliverOn(),
                null,
                null);
    }
}
