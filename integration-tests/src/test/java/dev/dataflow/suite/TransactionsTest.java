package dev.dataflow.suite;

import static dev.dataflow.suite.TagTable.TAG;
import static java.math.BigDecimal.ONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shop.CustomerTable.CUSTOMER;

import dev.dataflow.DataFlow;
import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.UniqueViolationException;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.transaction.TransactionOptions;
import java.io.IOException;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jooq.ConnectionProvider;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConnectionProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shop.CustomerNodes;
import shop.OrderNodes;

/** Scopes, savepoints, joining. */
class TransactionsTest extends EngineSuite {

    private final CustomerNodes customers = CustomerNodes.on(df);

    TransactionsTest(TestDatabase database) {
        super(database);
    }

    private void create(CustomerNodes nodes, String email) {
        nodes.create(d -> d.email(email).name("n"));
    }

    @Test
    void whatThrowsIsUndoneAndThrown() {
        assertThatThrownBy(() -> df.transaction(tx -> {
                    create(customers, "a");
                    throw new IOException("mine");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("mine");
        assertThat(customers.count()).isZero();
    }

    @Test
    void aFailedStatementInANestedTransactionLeavesTheOuterOneUsable() {
        df.transaction(tx -> {
            create(customers, "a");
            assertThatThrownBy(() -> df.transaction(inner -> {
                        create(customers, "b");
                        create(customers, "a");
                    }))
                    .isInstanceOf(UniqueViolationException.class);
            create(customers, "c");
        });
        assertThat(customers.list(q -> q.sort("email")).records())
                .extracting(shop.Customer::email)
                .containsExactly("a", "c");
    }

    @Test
    void nestingGoesDeep() {
        df.transaction(one -> {
            create(customers, "1");
            df.transaction(two -> {
                create(customers, "2");
                assertThatThrownBy(() -> df.transaction(three -> {
                            create(customers, "3");
                            df.transaction(four -> create(customers, "4"));
                            throw new IllegalStateException();
                        }))
                        .isInstanceOf(IllegalStateException.class);
                df.transaction(three -> create(customers, "5"));
            });
        });
        assertThat(customers.list(q -> q.sort("email")).records())
                .extracting(shop.Customer::email)
                .containsExactly("1", "2", "5");
    }

    @Test
    void plainJooqSharesTheTransaction() {
        df.transaction(tx -> {
            create(customers, "a");
            assertThat(df.dsl().fetchCount(CUSTOMER)).isEqualTo(1);
            assertThatThrownBy(() -> df.dsl().transaction(inner -> {
                        create(customers, "b");
                        assertThat(inner.dsl().fetchCount(CUSTOMER)).isEqualTo(2);
                        throw new IllegalStateException("undo");
                    }))
                    .hasMessageContaining("undo");
            assertThat(customers.count()).isEqualTo(1);
        });
        df.dsl().transaction(outer -> {
            create(customers, "c");
            df.transaction(tx -> create(customers, "d"));
        });
        assertThatThrownBy(() -> df.dsl().transaction(outer -> {
                    create(customers, "e");
                    throw new IllegalStateException("undo");
                }))
                .hasMessageContaining("undo");
        assertThat(customers.count()).isEqualTo(3);
    }

    @Test
    void aFailedStatementIsNotReportedAgain() {
        create(customers, "a");
        assertThatThrownBy(() -> df.dsl().transaction(outer -> {
                    create(customers, "b");
                    try {
                        create(customers, "a");
                    } catch (UniqueViolationException e) {
                        // goes on; PostgreSQL then refuses all else
                    }
                    try {
                        df.dsl().transaction(inner -> create(customers, "c"));
                    } catch (DataFlowException e) {
                        assertThat(e.code()).isEqualTo(ErrorCode.TRANSACTION_MISUSED);
                    }
                    throw new IllegalStateException("undo all");
                }))
                .hasMessageContaining("undo all");
        assertThat(customers.list().records()).extracting(shop.Customer::email).containsExactly("a");
    }

    @Test
    void whatIsNotCommittedIsSaid() {
        create(customers, "a");
        boolean committed = true;
        try {
            df.transaction(tx -> {
                create(customers, "b");
                assertThatThrownBy(() -> create(customers, "a")).isInstanceOf(UniqueViolationException.class);
            });
        } catch (DataFlowException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.TRANSACTION_MISUSED);
            committed = false;
        }
        assertThat(committed).isEqualTo(!on(Engine.POSTGRESQL));
        assertThat(customers.count()).isEqualTo(committed ? 2 : 1);
    }

    @Test
    void aListWithItsTotalWaitsForNoWriter() {
        create(customers, "a");
        df.transaction(tx -> {
            create(customers, "b");
            assertThat(CompletableFuture.supplyAsync(
                                    () -> customers.list(q -> q.withTotal()).total())
                            .orTimeout(5, java.util.concurrent.TimeUnit.SECONDS)
                            .join())
                    .hasValue(1);
        });
    }

    @Test
    void anotherThreadTakesPartOnlyWhenHandedTheScope() {
        df.transaction(tx -> {
            create(customers, "a");
            long seen = CompletableFuture.supplyAsync(() -> CustomerNodes.on(tx).count())
                    .join();
            assertThat(seen).isEqualTo(1);
            CompletableFuture.runAsync(() -> tx.transaction(inner -> create(CustomerNodes.on(tx), "b")))
                    .join();
            if (!on(Engine.SQLITE)) {
                assertThat(CompletableFuture.supplyAsync(customers::count).join())
                        .isZero();
            }
        });
        assertThat(customers.count()).isEqualTo(2);
    }

    @Test
    void aScopeIsGoneAfterItsEnd() {
        AtomicReference<DataFlow> kept = new AtomicReference<>();
        df.transaction(kept::set);
        assertThatThrownBy(() -> CustomerNodes.on(kept.get()).count()).hasMessageContaining("DF-414");
        kept.get().close();
        assertThat(customers.count()).isZero();
    }

    @Test
    void readOnlyRefusesWrites() {
        assertThatThrownBy(() -> df.transaction(TransactionOptions.reading(), tx -> create(customers, "a")))
                .isInstanceOf(DataFlowException.class);
        assertThat(customers.count()).isZero();
        create(customers, "b");
        assertThat(df.<Long, RuntimeException>transactionResult(TransactionOptions.reading(), tx -> customers.count()))
                .isEqualTo(1);
    }

    @Test
    void aNestedTransactionHasNoOptionsOfItsOwn() {
        df.transaction(TransactionOptions.serializable(), tx -> {
            df.transaction(TransactionOptions.serializable(), inner -> create(customers, "a"));
            assertThatThrownBy(() -> df.transaction(TransactionOptions.readCommitted(), inner -> {}))
                    .hasMessageContaining("DF-414");
        });
        assertThat(customers.count()).isEqualTo(1);
    }

    @Test
    void aTimeoutUndoesAll() {
        assertThatThrownBy(() -> df.transaction(TransactionOptions.defaults().timeout(Duration.ofMillis(50)), tx -> {
                    create(customers, "a");
                    long end = System.nanoTime() + Duration.ofMillis(60).toNanos();
                    while (System.nanoTime() < end) {
                        LockSupport.parkNanos(1_000_000);
                    }
                }))
                .isInstanceOfSatisfying(
                        DataFlowException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TIMEOUT));
        assertThat(customers.count()).isZero();
    }

    @Test
    void anOuterTransactionIsJoinedAndNeverCommitted() throws Exception {
        try (Connection connection = database.connect()) {
            if (on(Engine.SQLITE)) {
                try (Statement pragma = connection.createStatement()) {
                    pragma.execute("pragma foreign_keys = on");
                }
            }
            ConnectionProvider provider = new DefaultConnectionProvider(connection);
            try (DataFlow joined = DataFlow.builder()
                    .connectionProvider(provider)
                    .autoMigrate(false)
                    .build()) {
                connection.setAutoCommit(false);
                assertThatThrownBy(() ->
                                DataFlow.builder().connectionProvider(provider).build())
                        .hasMessageContaining("DF-414");
                create(CustomerNodes.on(joined), "a");
                joined.transaction(tx -> {
                    create(CustomerNodes.on(joined), "b");
                    CustomerNodes.on(joined).upsert(d -> d.email("b").name("again"), on -> {});
                });
                assertThatThrownBy(() -> joined.transaction(tx -> {
                            create(CustomerNodes.on(joined), "c");
                            throw new IllegalStateException();
                        }))
                        .isInstanceOf(IllegalStateException.class);
                assertThat(CustomerNodes.on(joined).count()).isEqualTo(2);
            }
            assertThat(connection.getAutoCommit()).isFalse();
            connection.rollback();
        }
        assertThat(customers.count()).isZero();
    }

    @Test
    void modifyLosesNoUpdate() {
        long customer = customer();
        OrderNodes orders = OrderNodes.on(df);
        long id = orders.create(d -> d.customerId(customer).total(ONE).number("m"))
                .id();
        CompletableFuture<?>[] threads = new CompletableFuture<?>[4];
        for (int t = 0; t < threads.length; t++) {
            threads[t] = CompletableFuture.runAsync(() -> {
                for (int i = 0; i < 25; i++) {
                    orders.modify(id, (row, p) -> p.total(row.total().add(ONE)));
                }
            });
        }
        CompletableFuture.allOf(threads).join();
        assertThat(orders.read(id).orElseThrow().total()).isEqualByComparingTo("101");
    }

    @Test
    void concurrentExpressionsLoseNoUpdate() {
        TagNodes tags = TagNodes.on(df);
        tags.create(d -> d.code("a").label("x").rank(0).weight(0));
        CompletableFuture<?>[] threads = new CompletableFuture<?>[4];
        for (int t = 0; t < threads.length; t++) {
            threads[t] = CompletableFuture.runAsync(() -> {
                for (int i = 0; i < 25; i++) {
                    tags.update(
                            "a",
                            p -> p.setExpression(TAG.RANK, TAG.RANK.add(1))
                                    .setExpression(TAG.WEIGHT, TAG.WEIGHT.add(1)));
                }
            });
        }
        CompletableFuture.allOf(threads).join();
        assertThat(tags.read("a")).contains(new Tag("a", "x", 100, 100, null));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aDeadlockEndsTheTransaction(boolean plainJooq) {
        TagNodes tags = TagNodes.on(df);
        if (on(Engine.SQLITE)) {
            return; // one writer cannot meet another
        }
        tags.create(d -> d.code("a").label("a"));
        tags.create(d -> d.code("b").label("b"));
        CyclicBarrier both = new CyclicBarrier(2);
        CompletableFuture<?> left = CompletableFuture.runAsync(() -> crosswise(tags, both, plainJooq, "a", "b"));
        CompletableFuture<?> right = CompletableFuture.runAsync(() -> crosswise(tags, both, plainJooq, "b", "a"));
        int failed = 0;
        for (CompletableFuture<?> side : List.of(left, right)) {
            try {
                side.join();
            } catch (CompletionException e) {
                assertThat(e.getCause())
                        .isInstanceOfSatisfying(
                                DataFlowException.class,
                                cause -> assertThat(cause.retryable()).isTrue());
                failed++;
            }
        }
        assertThat(failed).isEqualTo(1);
        // of each side all is there, or nothing
        assertThat(customers.count()).isEqualTo(2);
    }

    /** Locks two rows one after the other, and goes on as if nothing had happened when that fails. */
    private void crosswise(TagNodes tags, CyclicBarrier both, boolean plainJooq, String first, String second) {
        df.transaction(tx -> {
            // an address of its own: MySQL locks the gap around one that another test deleted just before
            create(customers, "crosswise-" + first + plainJooq);
            tags.update(first, p -> p.weight(1));
            try {
                both.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                throw new IllegalStateException(e);
            }
            DataFlowException deadlock = null;
            try {
                if (plainJooq) {
                    df.dsl()
                            .update(TAG)
                            .set(TAG.WEIGHT, 2)
                            .where(TAG.CODE.eq(second))
                            .execute();
                } else {
                    tags.update(second, p -> p.weight(2));
                }
            } catch (DataFlowException e) {
                deadlock = e;
            } catch (DataAccessException e) {
                // the next node must still find out
            }
            // whoever lost the deadlock is stopped here, on every database
            assertThat(deadlock == null || deadlock.retryable()).isTrue();
            create(customers, "crosswise-" + first + plainJooq + "-2");
        });
    }

    @Test
    void aLimitedCallLeavesRowsAloneThatNoLongerMatch() {
        if (on(Engine.SQLITE)) {
            return; // one writer, so nothing changes while a call waits
        }
        TagNodes tags = TagNodes.on(df);
        tags.create(d -> d.code("a").label("a").weight(1));
        AtomicReference<CompletableFuture<Long>> deleted = new AtomicReference<>();
        df.transaction(tx -> {
            tags.update("a", p -> p.weight(2));
            deleted.set(CompletableFuture.supplyAsync(() ->
                    tags.bulkDelete(q -> q.where(TAG.WEIGHT.eq(1)).limit(1)).deleted()));
            awaitLockWait();
        });
        assertThat(deleted.get().join()).isZero();
        assertThat(tags.read("a")).isPresent();
    }

    /** Waits until some statement waits for a lock. */
    private void awaitLockWait() {
        String waiting = on(Engine.POSTGRESQL)
                ? "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()"
                : "select count(*) from information_schema.innodb_trx where trx_state = 'LOCK WAIT'";
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (CompletableFuture.supplyAsync(() -> df.dsl().fetchValue(waiting))
                .join()
                .toString()
                .equals("0")) {
            assertThat(System.nanoTime()).as("no statement waits for a lock").isLessThan(deadline);
            // MySQL renews what it shows only when nobody has looked for a tenth of a second
            LockSupport.parkNanos(Duration.ofMillis(150).toNanos());
        }
    }

    @Test
    void concurrentUpsertsMakeOneRow() {
        CompletableFuture<?>[] threads = new CompletableFuture<?>[4];
        for (int t = 0; t < threads.length; t++) {
            String name = "thread " + t;
            threads[t] = CompletableFuture.runAsync(() -> {
                for (int i = 0; i < 10; i++) {
                    String email = "e" + i / 2;
                    customers.upsert(d -> d.email(email).name(name), on -> on.conflictOn(CUSTOMER.EMAIL));
                }
            });
        }
        CompletableFuture.allOf(threads).join();
        assertThat(customers.count()).isEqualTo(5);
    }

    @Test
    void rawConnectionsAreGivenBackClean() {
        df.transaction(TransactionOptions.serializable(), tx -> create(customers, "a"));
        df.dsl().connection(connection -> assertThat(connection.getAutoCommit()).isTrue());
        assertThat(df.dsl().select(DSL.inline(1)).fetchSingle().value1()).isEqualTo(1);
    }
}
