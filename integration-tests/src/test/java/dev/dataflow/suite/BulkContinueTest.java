package dev.dataflow.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shop.OrderStatus.PENDING;

import dev.dataflow.error.ConnectionException;
import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.node.BulkError;
import dev.dataflow.node.BulkResult;
import dev.dataflow.node.Conflict;
import dev.dataflow.node.OnError;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import shop.Order;
import shop.OrderNodes;

/** Rows that cannot be written are left out and reported, streams of any length, and what a broken connection leaves. */
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
    void aBrokenConnectionLeavesAllOrNothingAndAReport() {
        if (on(Engine.SQLITE)) {
            return; // it has no connection to break
        }
        long customer = customer();
        for (OnError policy : OnError.values()) {
            orders.bulkDelete(q -> q.confirmed());
            assertThatThrownBy(() -> orders.bulkCreate(
                            IntStream.range(0, 2500)
                                    .mapToObj(i -> order(customer, "K-" + i))
                                    .peek(row -> {
                                        if (row.number().equals("K-1700")) {
                                            killOthers();
                                        }
                                    }),
                            o -> o.batchSize(500).onError(policy).onConflict(Conflict.ERROR)))
                    .isInstanceOfSatisfying(DataFlowException.class, e -> {
                        if (policy == OnError.ABORT) {
                            assertThat(e).isInstanceOf(ConnectionException.class);
                        }
                    });
            mendPool();
            assertThat(orders.count()).as(policy.name()).isIn(policy == OnError.ABORT ? 0L : 1500L, 2500L);
        }
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

    /** The pool learns of its broken connections by using them. */
    private void mendPool() {
        for (int i = 0; i < 20; i++) {
            try {
                orders.count();
            } catch (ConnectionException e) {
                // it is out of the pool now
            }
        }
    }

    /** Ends all connections to the database but the one it is done on. */
    private void killOthers() {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            if (on(Engine.POSTGRESQL)) {
                statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where datname = current_database() and pid <> pg_backend_pid()");
                return;
            }
            List<Long> others = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("select id from information_schema.processlist"
                    + " where db = database() and id <> connection_id()")) {
                while (rows.next()) {
                    others.add(rows.getLong(1));
                }
            }
            for (long other : others) {
                statement.execute("kill " + other);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
