package dev.dataflow.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shop.OrderStatus.PENDING;

import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.node.BulkError;
import dev.dataflow.node.BulkResult;
import dev.dataflow.node.BulkUpdated;
import dev.dataflow.node.OnError;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import shop.Order;
import shop.OrderNodes;

/** Rows that cannot be written are left out and reported, and streams of any length. */
class BulkContinueTest extends EngineSuite {

    /** {@code -Dbulk.rows=1000000}, with a small heap, for a long run. */
    private static final int ROWS = Integer.getInteger("bulk.rows", 12_000);

    private final OrderNodes orders = OrderNodes.on(df);

    BulkContinueTest(TestDatabase database) {
        super(database);
    }

    private static Order order(long customer, String number) {
        return new Order(null, customer, BigDecimal.ONE, PENDING, number, null);
    }

    private static List<Order> orders(long customer, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> order(customer, "N-" + i))
                .toList();
    }

    @Test
    void badRowsAreReportedAndNoGoodOneIsLost() {
        long customer = customer();
        List<Order> given = new ArrayList<>(orders(customer, 3000));
        given.set(7, new Order(null, customer, null, PENDING, "no total", null));
        given.set(1500, order(customer, "N-3"));
        given.set(2999, order(customer + 1000, "nobody's"));
        given.set(2000, null);
        BulkResult<Long> result =
                orders.bulkCreate(given, o -> o.onError(OnError.CONTINUE).returnIds());
        assertThat(List.of(result.processed(), result.inserted(), result.failed()))
                .containsExactly(3000L, 2996L, 4L);
        assertThat(result.errors().stream()
                        .collect(java.util.stream.Collectors.toMap(BulkError::index, BulkError::code)))
                .isEqualTo(Map.of(
                        7L,
                        ErrorCode.PARAMETER_MISSING,
                        1500L,
                        ErrorCode.UNIQUE_VIOLATION,
                        2000L,
                        ErrorCode.PARAMETER_MISSING,
                        2999L,
                        ErrorCode.FOREIGN_KEY_VIOLATION));
        assertThat(orders.count()).isEqualTo(2996);
        assertThat(result.ids()).hasSize(3000);
        for (int bad : new int[] {7, 1500, 2000, 2999}) {
            assertThat(result.ids().get(bad)).isNull();
        }
        assertThat(orders.read(result.ids().get(1501)).orElseThrow().number()).isEqualTo("N-1501");
        assertThat(orders.read(result.ids().get(2998)).orElseThrow().number()).isEqualTo("N-2998");
    }

    @Test
    void badRowsOfAnUpsertAreReportedToo() {
        long customer = customer();
        orders.bulkCreate(orders(customer, 500));
        List<Order> given = new ArrayList<>(orders(customer, 1500));
        given.set(3, order(customer + 1000, "N-3"));
        given.set(700, order(customer + 1000, "nobody's"));
        given.set(900, null);
        List<Long> progress = new ArrayList<>();
        BulkResult<Long> result = orders.bulkUpsert(
                given, o -> o.onError(OnError.CONTINUE).batchSize(400).onProgress(progress::add));
        assertThat(List.of(result.processed(), result.inserted(), result.updated(), result.failed()))
                .containsExactly(1500L, 998L, 499L, 3L);
        assertThat(result.errors().stream().map(error -> error.index() + " " + error.code()))
                .containsExactly("3 DF-403", "700 DF-403", "900 DF-101");
        assertThat(progress).containsExactly(400L, 800L, 1200L, 1500L);
        assertThat(orders.count()).isEqualTo(1498);
        assertThatThrownBy(() -> orders.bulkUpsert(given.subList(0, 4)))
                .isInstanceOf(dev.dataflow.error.ForeignKeyViolationException.class);
    }

    @Test
    void badRowsOfAnUpdateAreReportedToo() {
        long customer = customer();
        List<Long> ids =
                orders.bulkCreate(orders(customer, 1000), o -> o.returnIds()).ids();
        List<Order> given = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            given.add(new Order(ids.get(i), customer, BigDecimal.TEN, PENDING, "U-" + i, null));
        }
        given.set(10, new Order(ids.get(10), customer + 1000, BigDecimal.TEN, PENDING, "U-10", null));
        given.set(20, new Order(ids.get(20), customer, BigDecimal.TEN, PENDING, "N-10", null));
        given.set(30, new Order(null, customer, BigDecimal.TEN, PENDING, "no id", null));
        given.set(40, new Order(ids.get(40), customer, null, PENDING, "no total", null));
        given.set(50, new Order(-1L, customer, BigDecimal.TEN, PENDING, "there is none", null));
        given.set(60, null);
        given.add(given.get(70));
        List<Long> progress = new ArrayList<>();
        BulkUpdated done = orders.bulkUpdate(
                given, o -> o.onError(OnError.CONTINUE).batchSize(400).onProgress(progress::add));
        assertThat(List.of(done.processed(), done.updated(), done.failed())).containsExactly(1001L, 995L, 5L);
        assertThat(done.errors().stream().map(error -> error.index() + " " + error.code()))
                .containsExactly("10 DF-403", "20 DF-402", "30 DF-105", "40 DF-101", "60 DF-101");
        assertThat(progress).containsExactly(400L, 800L, 1001L);
        assertThat(orders.count(q -> q.filter(Map.of("number", Map.of("$like", "U-%")))))
                .isEqualTo(994);
    }

    @Test
    void oneKeyTwiceIsCountedAsOfSingleUpdates() {
        long customer = customer();
        List<Long> ids =
                orders.bulkCreate(orders(customer, 3), o -> o.returnIds()).ids();
        List<Order> given = new ArrayList<>();
        for (long id : new long[] {ids.get(0), ids.get(1), ids.get(0), -1, -1, -1}) {
            given.add(new Order(id, customer, BigDecimal.TEN, PENDING, "U" + id, null));
        }
        List<Long> progress = new ArrayList<>();
        assertThat(orders.bulkUpdate(given.stream(), o -> o.onProgress(progress::add))
                        .updated())
                .isEqualTo(3);
        assertThat(progress).containsExactly(6L);
        List<Map<String, Object>> maps = List.of(
                Map.of("id", ids.get(0), "total", 1),
                Map.of("id", ids.get(0)),
                Map.of("id", ids.get(0), "number", "x"),
                Map.of("id", ids.get(2)),
                Map.of("id", -1, "total", 2));
        assertThat(df.node("OrderBulkUpdateNode").run(Map.of("data", maps)))
                .isEqualTo(Map.of("processed", 5L, "updated", 2L, "failed", 0L, "errors", List.of()));
    }

    @Test
    void mapsOfUpsertsAndUpdatesToo() {
        long customer = customer();
        List<Long> progress = new ArrayList<>();
        LongConsumer listener = progress::add;
        List<Object> rows = List.of(
                Map.of("customer_id", customer, "total", 1, "number", "a"),
                Map.of("customer_id", customer, "totl", 1, "number", "b"),
                "no map",
                Map.of("customer_id", customer, "total", 2, "number", "a"));
        Map<String, Object> result = df.node("OrderBulkUpsertNode")
                .run(Map.of("data", rows, "on_error", "continue", "on_progress", listener, "batch_size", 3));
        assertThat(result).containsEntry("inserted", 1L).containsEntry("updated", 1L);
        assertThat(codes(result)).containsExactly("1 DF-106", "2 DF-102");
        assertThat(progress).containsExactly(3L, 4L);
        long id = orders.list(q -> {}).records().get(0).id();
        List<Map<String, Object>> changes = List.of(
                Map.of("id", id, "total", "x"),
                Map.of("id", id, "customer_id", customer + 1000),
                Map.of("id", id, "total", 3));
        result = df.node("OrderBulkUpdateNode").run(Map.of("data", changes, "on_error", "continue"));
        assertThat(result).containsEntry("updated", 1L).containsEntry("failed", 2L);
        assertThat(codes(result)).containsExactly("0 DF-102", "1 DF-403");
        assertThatThrownBy(() -> df.node("OrderBulkUpdateNode")
                        .run(Map.of("update", Map.of("total", 1), "filter", Map.of("id", id), "on_error", "continue")))
                .hasMessageContaining("DF-104");
        assertThatThrownBy(() -> df.node("OrderBulkCreateNode").run(Map.of("data", rows, "on_progress", "x")))
                .hasMessageContaining("DF-102")
                .hasMessageContaining("LongConsumer");
    }

    @SuppressWarnings("unchecked")
    private static List<String> codes(Map<String, Object> result) {
        return ((List<Map<String, Object>>) result.get("errors"))
                .stream()
                        .map(error -> error.get("index") + " " + error.get("code"))
                        .toList();
    }

    @Test
    void errorsBeyondAThousandAreCounted() {
        customer();
        BulkResult<Long> result = orders.bulkCreate(orders(-1, 1100), o -> o.onError(OnError.CONTINUE));
        assertThat(result.failed()).isEqualTo(1100);
        assertThat(result.errors()).hasSize(1000);
        assertThat(result.inserted()).isZero();
    }

    @Test
    @SuppressWarnings("unchecked")
    void mapsToo() {
        long customer = customer();
        Stream<Map<String, Object>> rows = Stream.of(
                Map.of("customer_id", customer, "total", 1, "number", "a"),
                Map.of("customer_id", customer, "total", 1, "number", "a"),
                Map.of("customer_id", customer, "totl", 1, "number", "b"),
                Map.of("customer_id", customer, "total", "x", "number", "c"),
                Map.of("customer_id", customer, "total", 2, "number", "d"));
        Map<String, Object> result =
                df.node("OrderBulkCreateNode").run(Map.of("data", rows, "on_error", "continue", "return_ids", true));
        assertThat(result).containsEntry("inserted", 2L).containsEntry("failed", 3L);
        List<Map<String, Object>> errors = (List<Map<String, Object>>) result.get("errors");
        assertThat(errors.stream().map(error -> error.get("index") + " " + error.get("code")))
                .containsExactlyInAnyOrder("1 DF-402", "2 DF-106", "3 DF-102");
        assertThat(errors)
                .allSatisfy(error -> assertThat((String) error.get("message")).isNotBlank());
        assertThat((List<Object>) result.get("ids")).hasSize(5).element(1).isNull();
    }

    @Test
    void inATransactionOfTheCallerBadRowsAreSavepoints() {
        long customer = customer();
        df.transaction(tx -> {
            List<Order> given = new ArrayList<>(orders(customer, 200));
            given.set(100, order(customer, "N-1"));
            assertThat(orders.bulkCreate(given, o -> o.onError(OnError.CONTINUE))
                            .failed())
                    .isEqualTo(1);
            orders.create(d -> d.customerId(customer).total(BigDecimal.ONE).number("after"));
        });
        assertThat(orders.count()).isEqualTo(200);
    }

    @Test
    void streamsOfAnyLengthAreReadABatchAtATime() {
        long customer = customer();
        List<Long> progress = new ArrayList<>();
        long[] read = {0};
        BulkResult<Long> result = orders.bulkCreate(
                IntStream.range(0, ROWS)
                        .mapToObj(i -> order(customer, "S-" + i))
                        .peek(row -> read[0]++),
                o -> o.onProgress(rows -> {
                    assertThat(read[0]).as("read ahead").isLessThanOrEqualTo(rows + 1);
                    progress.add(rows);
                }));
        assertThat(result.inserted()).isEqualTo(ROWS);
        assertThat(result.ids()).isEmpty();
        assertThat(progress).hasSizeGreaterThan(2).isSorted().endsWith((long) ROWS);
        assertThat(orders.count()).isEqualTo(ROWS);
        assertThat(orders.bulkUpsert(
                                IntStream.range(0, 300).mapToObj(i -> order(customer, "S-" + i)),
                                o -> o.onProgress(progress::add))
                        .updated())
                .isEqualTo(300);
        List<Order> some = orders.list(q -> q.limit(300)).records();
        assertThat(orders.bulkUpdate(some.stream()).updated()).isEqualTo(300);
    }

    @Test
    void whatIsNotOfARowStopsTheCallAndSaysWhatIsThere() {
        if (on(Engine.SQLITE)) {
            return;
        }
        long customer = customer();
        DataFlowException stopped = org.assertj.core.api.Assertions.catchThrowableOfType(
                DataFlowException.class,
                () -> orders.bulkCreate(
                        orders(customer, 1000),
                        o -> o.batchSize(250).onError(OnError.CONTINUE).onProgress(rows -> {
                            if (rows == 500) {
                                execute("alter table orders rename to orders_gone");
                            }
                        })));
        execute("alter table orders_gone rename to orders");
        assertThat(stopped.code()).isEqualTo(ErrorCode.BULK_STOPPED);
        assertThat(stopped.what()).contains("stopped at row 500").contains("500 rows before it were inserted");
        assertThat(orders.count()).isEqualTo(500);
    }

    private void execute(String sql) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
