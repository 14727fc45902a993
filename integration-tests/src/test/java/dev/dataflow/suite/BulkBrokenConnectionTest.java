package dev.dataflow.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static shop.OrderStatus.PAID;
import static shop.OrderStatus.PENDING;

import dev.dataflow.DataFlow;
import dev.dataflow.error.ConnectionException;
import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.node.OnError;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shop.Order;
import shop.OrderNodes;

/** The server ends the connection in the middle of a bulk call: all or nothing is there, or what the report says. */
class BulkBrokenConnectionTest extends EngineSuite {

    private static final int ROWS = 2500;
    private static final int ENDED_AT = 1700;
    private static final int BATCH = 500;

    private DataFlow own;
    private OrderNodes orders;
    private List<Order> given = List.of();
    private long connection;

    BulkBrokenConnectionTest(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void openWithOneConnection() {
        own = DataFlow.builder().url(database.url()).poolSize(1).build();
        orders = OrderNodes.on(own);
    }

    @AfterEach
    void closeIt() {
        own.close();
    }

    @Test
    void createLeavesNothingOrWhatItReports() {
        ended(
                0,
                (rows, policy) ->
                        orders.bulkCreate(rows, o -> o.batchSize(BATCH).onError(policy)));
    }

    @Test
    void upsertLeavesNothingOrWhatItReports() {
        ended(
                1000,
                (rows, policy) ->
                        orders.bulkUpsert(rows, o -> o.batchSize(BATCH).onError(policy)));
    }

    @Test
    void updateLeavesNothingOrWhatItReports() {
        ended(
                ROWS,
                (rows, policy) ->
                        orders.bulkUpdate(rows, o -> o.batchSize(BATCH).onError(policy)));
    }

    private void ended(int stored, BiConsumer<Stream<Order>, OnError> call) {
        if (on(Engine.SQLITE)) {
            return; // it has no connection to end
        }
        long customer = customer();
        for (OnError policy : OnError.values()) {
            prepare(customer, stored);
            DataFlowException error = catchThrowableOfType(
                    DataFlowException.class, () -> call.accept(endedAt(row -> row == ENDED_AT), policy));
            if (policy == OnError.ABORT) {
                assertThat(error).isInstanceOf(ConnectionException.class);
                assertStored(0, stored);
            } else {
                assertThat(error.code()).isEqualTo(ErrorCode.BULK_STOPPED);
                assertThat(error.what()).contains("stopped at row 1500");
                assertThat(error).hasCauseInstanceOf(ConnectionException.class);
                assertStored(1500, Math.max(1500, stored));
            }
            prepare(customer, stored);
            call.accept(endedAt(row -> false), policy);
            assertStored(ROWS, ROWS);
        }
    }

    /** So many rows, and those that are to be written. */
    private void prepare(long customer, int stored) {
        OrderNodes.on(df).bulkDelete(q -> q.confirmed());
        List<Long> ids = OrderNodes.on(df)
                .bulkCreate(
                        IntStream.range(0, stored)
                                .mapToObj(i -> new Order(null, customer, BigDecimal.ONE, PENDING, "K-" + i, null)),
                        o -> o.returnIds())
                .ids();
        connection = connection();
        given = IntStream.range(0, ROWS)
                .mapToObj(i ->
                        new Order(stored == ROWS ? ids.get(i) : null, customer, BigDecimal.ONE, PAID, "K-" + i, null))
                .toList();
    }

    private Stream<Order> endedAt(LongPredicate row) {
        return IntStream.range(0, ROWS).mapToObj(i -> {
            if (row.test(i)) {
                end(connection);
            }
            return given.get(i);
        });
    }

    private void assertStored(long written, long all) {
        OrderNodes others = OrderNodes.on(df);
        assertThat(others.count()).isEqualTo(all);
        assertThat(others.count(q -> q.filter(Map.of("status", "PAID")))).isEqualTo(written);
    }

    /** The number of the one connection; that of a pool that lost it is a new one. */
    private long connection() {
        String sql = on(Engine.POSTGRESQL) ? "select pg_backend_pid()" : "select connection_id()";
        for (int attempt = 0; ; attempt++) {
            try {
                return ((Number) Objects.requireNonNull(own.dsl().fetchValue(sql))).longValue();
            } catch (RuntimeException e) {
                if (attempt == 3) {
                    throw e;
                }
            }
        }
    }

    private void end(long number) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    on(Engine.POSTGRESQL) ? "select pg_terminate_backend(" + number + ", 5000)" : "kill " + number);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
