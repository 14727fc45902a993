package dev.dataflow.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shop.OrderStatus.PENDING;

import dev.dataflow.error.CheckViolationException;
import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.UniqueViolationException;
import dev.dataflow.node.BulkResult;
import dev.dataflow.node.OnError;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shop.Order;
import shop.OrderNodes;

/** PostgreSQL users with few rights, and row security: many rows are written another way, or refused with a code. */
class BulkRightsTest extends EngineSuite {

    private static final int ROWS = 70;

    private final OrderNodes orders = OrderNodes.on(df);
    private final String clerk = "clerk_" + database.name();
    private long customer;

    BulkRightsTest(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void createUser() {
        if (on(Engine.POSTGRESQL)) {
            execute("create role " + clerk);
            execute("grant usage on schema public to " + clerk);
            execute("grant select on customers to " + clerk);
        }
        customer = customer();
        STATEMENTS.clear();
    }

    @AfterEach
    void dropUser() {
        if (on(Engine.POSTGRESQL)) {
            execute("alter table orders disable row level security");
            execute("drop policy if exists small on orders");
            execute("grant temporary on database " + database.name() + " to public");
            execute("drop owned by " + clerk);
            execute("drop role " + clerk);
        }
    }

    private static void execute(String sql) {
        df.dsl().execute(sql);
    }

    private void asClerk(Runnable work) {
        df.transaction(tx -> {
            execute("set local role " + clerk);
            work.run();
        });
    }

    private List<Order> orders(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> new Order(null, customer, BigDecimal.valueOf(i), PENDING, "N-" + i, null))
                .toList();
    }

    private static boolean ran(String start) {
        return STATEMENTS.stream().anyMatch(event -> event.sql().startsWith(start));
    }

    private void writeInAllWays() {
        assertThat(orders.bulkCreate(orders(0, ROWS)).inserted()).isEqualTo(ROWS);
        BulkResult<Long> upserted = orders.bulkUpsert(orders(ROWS / 2, ROWS / 2 + ROWS));
        assertThat(List.of(upserted.inserted(), upserted.updated())).containsExactly(35L, 35L);
        BulkResult<Long> skipped = orders.bulkUpsert(orders(ROWS, 2 * ROWS), o -> o.skipExisting());
        assertThat(List.of(skipped.inserted(), skipped.skipped())).containsExactly(35L, 35L);
        List<Order> all = orders.list(q -> q.limit(1000)).records();
        assertThat(all).hasSize(2 * ROWS);
        assertThat(orders.bulkUpdate(all).updated()).isEqualTo(2 * ROWS);
    }

    @Test
    void withoutTemporaryTables() {
        if (!on(Engine.POSTGRESQL)) {
            return;
        }
        execute("grant select, insert, update on orders to " + clerk);
        execute("revoke temporary on database " + database.name() + " from public");
        asClerk(this::writeInAllWays);
        assertThat(ran("copy \"orders\"")).isTrue();
        assertThat(ran("create temporary")).isFalse();
    }

    @Test
    void rowSecurityChecksCopiedRows() {
        if (!on(Engine.POSTGRESQL)) {
            return;
        }
        secure();
        asClerk(this::writeInAllWays);
        assertThat(ran("copy \"orders\"")).isFalse();
        assertThat(ran("copy \"pg_temp\".\"bulk_rows\"")).isTrue();
        assertRefusals();
    }

    @Test
    void rowSecurityWithoutTemporaryTables() {
        if (!on(Engine.POSTGRESQL)) {
            return;
        }
        secure();
        execute("revoke temporary on database " + database.name() + " from public");
        asClerk(this::writeInAllWays);
        assertThat(ran("copy ")).isFalse();
        assertRefusals();
    }

    /** Orders of 1,000 and more are neither seen nor written. */
    private void secure() {
        execute("grant select, insert, update on orders to " + clerk);
        execute("create policy small on orders using (total < 1000) with check (total < 1000)");
        execute("alter table orders enable row level security");
    }

    private void assertRefusals() {
        orders.bulkDelete(q -> q.confirmed());
        Order hidden = orders.create(orders(5000, 5001).get(0));
        List<Order> given = new ArrayList<>(orders(0, ROWS));
        given.set(7, orders(2000, 2001).get(0));
        asClerk(() -> {
            assertThatThrownBy(() -> orders.bulkCreate(given)).isInstanceOf(CheckViolationException.class);
            BulkResult<Long> created = orders.bulkCreate(given, o -> o.onError(OnError.CONTINUE));
            assertThat(created.inserted()).isEqualTo(ROWS - 1);
            assertThat(created.errors().get(0).code()).isEqualTo(ErrorCode.CHECK_VIOLATION);

            given.set(7, new Order(null, customer, BigDecimal.ONE, PENDING, hidden.number(), null));
            assertThatThrownBy(() -> orders.bulkUpsert(given)).isInstanceOf(UniqueViolationException.class);
            BulkResult<Long> upserted = orders.bulkUpsert(given, o -> o.onError(OnError.CONTINUE));
            assertThat(List.of(upserted.updated(), upserted.failed())).containsExactly(ROWS - 1L, 1L);
            assertThat(upserted.errors().get(0).code()).isEqualTo(ErrorCode.UNIQUE_VIOLATION);
            assertThat(orders.bulkUpsert(given, o -> o.skipExisting()).skipped())
                    .isEqualTo(ROWS);
            assertThatThrownBy(() -> orders.upsert(
                            d -> d.customerId(customer).total(BigDecimal.ONE).number(hidden.number()), o -> {}))
                    .isInstanceOf(UniqueViolationException.class);
        });
        assertThat(orders.read(hidden.id())).contains(hidden);
    }

    @Test
    void aUserThatMayOnlyInsert() {
        if (!on(Engine.POSTGRESQL)) {
            return;
        }
        execute("grant insert on orders to " + clerk);
        asClerk(() -> {
            assertThat(orders.bulkCreate(orders(0, ROWS)).inserted()).isEqualTo(ROWS);
            assertDenied(() -> orders.bulkCreate(orders(ROWS, 2 * ROWS), o -> o.returnIds()));
            assertDenied(() -> orders.bulkUpsert(orders(0, ROWS)));
            assertDenied(() -> orders.bulkUpdate(List.of(new Order(1L, customer, BigDecimal.ONE, PENDING, "x", null))));
        });
        assertThat(ran("copy \"orders\"")).isTrue();
        secure();
        execute("revoke select, update on orders from " + clerk);
        asClerk(() ->
                assertThat(orders.bulkCreate(orders(ROWS, 2 * ROWS)).inserted()).isEqualTo(ROWS));
        assertThat(orders.count()).isEqualTo(2 * ROWS);
    }

    private static void assertDenied(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        DataFlowException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PERMISSION_DENIED));
    }
}
