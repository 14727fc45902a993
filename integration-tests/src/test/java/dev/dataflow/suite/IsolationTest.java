package dev.dataflow.suite;

import static dev.dataflow.suite.TagTable.TAG;
import static dev.dataflow.transaction.TransactionOptions.readCommitted;
import static dev.dataflow.transaction.TransactionOptions.reading;
import static dev.dataflow.transaction.TransactionOptions.repeatableRead;
import static dev.dataflow.transaction.TransactionOptions.serializable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.DataFlow;
import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.transaction.TransactionOptions;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jooq.impl.DefaultConnectionProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Isolation levels and read-only, seen by what they let through on each database. */
class IsolationTest extends EngineSuite {

    private final TagNodes tags = TagNodes.on(df);

    IsolationTest(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void fill() {
        tags.create(d -> d.code("a").label("a").weight(1));
        tags.create(d -> d.code("b").label("b").weight(1));
    }

    private int weight(String code) {
        return tags.read(code).orElseThrow().weight();
    }

    /** What a transaction reads of a row before and after another one changes it. */
    private List<Integer> readTwice(TransactionOptions options) {
        return df.transactionResult(options, tx -> {
            int first = weight("a");
            CompletableFuture.runAsync(() -> tags.update("a", p -> p.weight(first + 1)))
                    .join();
            return List.of(first, weight("a"));
        });
    }

    @Test
    void aReadIsRepeatableWhereTheLevelSaysSo() {
        // one that may write would keep SQLite's other writer out
        assertThat(readTwice(repeatableRead().readingOnly())).containsExactly(1, 1);
        if (!on(Engine.SQLITE)) {
            assertThat(readTwice(TransactionOptions.defaults())).containsExactly(2, 3);
            assertThat(readTwice(readCommitted())).containsExactly(3, 4);
            assertThat(readTwice(repeatableRead())).containsExactly(4, 4);
        }
        // the level was for that transaction only
        assertThat(readTwice(TransactionOptions.defaults().readingOnly()).get(1))
                .isEqualTo(on(Engine.SQLITE) ? 2 : 6);
    }

    /**
     * Two who are on call each see the other, and both leave.
     *
     * @return how many were told to try again
     */
    private int skew(TransactionOptions options) {
        CyclicBarrier both = new CyclicBarrier(2);
        List<CompletableFuture<?>> sides = new ArrayList<>();
        for (String code : List.of("a", "b")) {
            sides.add(CompletableFuture.runAsync(() -> df.transaction(options, tx -> {
                boolean another = tags.count(q -> q.where(TAG.WEIGHT.eq(1))) > 1;
                meet(both);
                if (another) {
                    tags.update(code, p -> p.weight(0));
                }
            })));
        }
        int refused = 0;
        for (CompletableFuture<?> side : sides) {
            try {
                side.join();
            } catch (CompletionException e) {
                assertThat(e.getCause())
                        .isInstanceOfSatisfying(
                                DataFlowException.class,
                                cause -> assertThat(cause.code()).isEqualTo(ErrorCode.TRANSACTION_CONFLICT));
                refused++;
            }
        }
        return refused;
    }

    private void meet(CyclicBarrier both) {
        if (on(Engine.SQLITE)) {
            return; // the second begins when the first has ended
        }
        try {
            both.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void writeSkewIsRefusedBySerializable() {
        // PostgreSQL finds it at the commit; on MySQL and MariaDB reads lock, so it is a deadlock; SQLite has one
        // writer
        assertThat(skew(serializable())).isEqualTo(on(Engine.SQLITE) ? 0 : 1);
        assertThat(weight("a") + weight("b")).as("who is on call").isEqualTo(1);
    }

    @Test
    void writeSkewIsLetThroughByLesserLevelsButOnSqlite() {
        for (TransactionOptions options : List.of(readCommitted(), repeatableRead())) {
            tags.bulkUpdate(q -> q.confirmed(), p -> p.weight(1));
            assertThat(skew(options)).isZero();
            assertThat(weight("a") + weight("b")).as("who is on call").isEqualTo(on(Engine.SQLITE) ? 1 : 0);
        }
    }

    @Test
    void writeSkewIsResolvedByRetries() {
        CyclicBarrier both = new CyclicBarrier(2);
        List<CompletableFuture<?>> sides = new ArrayList<>();
        for (String code : List.of("a", "b")) {
            boolean[] first = {true};
            sides.add(CompletableFuture.runAsync(() ->
                    df.transaction(serializable().retry(50), tx -> {
                        boolean another = tags.count(q -> q.where(TAG.WEIGHT.eq(1))) > 1;
                        if (first[0]) {
                            first[0] = false;
                            meet(both);
                        }
                        if (another) {
                            tags.update(code, p -> p.weight(0));
                        }
                    })));
        }
        sides.forEach(CompletableFuture::join);
        assertThat(weight("a") + weight("b")).as("who is on call").isEqualTo(1);
    }

    @Test
    void readOnlyRefusesEachKindOfWrite() {
        List<Runnable> writes = List.of(
                () -> tags.create(d -> d.code("c").label("c")),
                () -> tags.update("a", p -> p.weight(2)),
                () -> tags.modify("a", (row, p) -> p.weight(2)),
                () -> tags.delete("a"),
                () -> tags.upsert(d -> d.code("a").label("x"), on -> on.conflictOn(TAG.CODE)),
                () -> tags.bulkCreate(List.of(new Tag("c", "c", null, 1, null))),
                () -> tags.bulkUpsert(List.of(new Tag("a", "c", null, 1, null)), o -> o.conflictOn(TAG.CODE)),
                () -> tags.bulkUpdate(List.of(new Tag("a", "c", null, 1, null))),
                () -> tags.bulkUpdate(q -> q.confirmed(), p -> p.weight(2)),
                () -> tags.bulkDelete(q -> q.confirmed()));
        for (Runnable write : writes) {
            assertThatThrownBy(() -> df.transaction(reading(), tx -> write.run()))
                    .isInstanceOfSatisfying(
                            DataFlowException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DATABASE_READ_ONLY));
            assertThat(df.<Long, RuntimeException>transactionResult(reading(), tx -> tags.count()))
                    .isEqualTo(2);
        }
        assertThat(weight("a")).isEqualTo(1);
    }

    @Test
    void nestedOptionsMustAgree() {
        df.transaction(TransactionOptions.defaults(), tx -> {
            for (TransactionOptions other : List.of(
                    serializable(),
                    reading(),
                    TransactionOptions.defaults().retry(3),
                    TransactionOptions.defaults().timeout(java.time.Duration.ofDays(1)))) {
                assertThatThrownBy(() -> df.transaction(other, inner -> tags.delete("a")))
                        .isInstanceOfSatisfying(
                                DataFlowException.class,
                                e -> assertThat(e.code()).isEqualTo(ErrorCode.TRANSACTION_MISUSED));
            }
            df.transaction(readCommitted(), inner -> tags.update("a", p -> p.weight(5)));
        });
        df.transaction(
                reading(),
                tx -> assertThat(df.<Integer, RuntimeException>transactionResult(reading(), inner -> weight("a")))
                        .isEqualTo(5));
    }

    @Test
    void optionsThatTheJoinedTransactionDoesNotHaveAreRefused() throws Exception {
        try (Connection connection = database.connect();
                DataFlow joined = DataFlow.builder()
                        .connectionProvider(new DefaultConnectionProvider(connection))
                        .autoMigrate(false)
                        .build()) {
            connection.setAutoCommit(false);
            TransactionOptions other = connection.getTransactionIsolation() == Connection.TRANSACTION_SERIALIZABLE
                    ? readCommitted()
                    : serializable();
            for (TransactionOptions options : List.of(other, reading())) {
                assertThatThrownBy(() -> joined.transaction(options, tx -> {}))
                        .isInstanceOfSatisfying(
                                DataFlowException.class,
                                e -> assertThat(e.code()).isEqualTo(ErrorCode.TRANSACTION_MISUSED));
            }
            // nodes that only read join all the same
            assertThat(TagNodes.on(joined).list(q -> q.withTotal()).total()).hasValue(2);
            connection.rollback();
        }
    }
}
