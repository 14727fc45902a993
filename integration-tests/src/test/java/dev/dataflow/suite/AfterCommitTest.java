package dev.dataflow.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.DataFlow;
import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import dev.dataflow.error.TransactionConflictException;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.transaction.TransactionListener;
import dev.dataflow.transaction.TransactionOptions;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jooq.impl.DefaultConnectionProvider;
import org.junit.jupiter.api.Test;

/** What is done after a commit, and what is not since there was none. */
class AfterCommitTest extends EngineSuite {

    private final TagNodes tags = TagNodes.on(df);
    private final List<String> done = new CopyOnWriteArrayList<>();

    AfterCommitTest(TestDatabase database) {
        super(database);
    }

    private void later(String what) {
        df.afterCommit(() -> done.add(what));
    }

    @Test
    void itComesAfterTheCommitInOrder() {
        df.transaction(tx -> {
            df.afterCommit(() -> done.add("first sees " + tags.count() + ", connections " + df.activeConnections()));
            tags.create(d -> d.code("a").label("a"));
            tx.afterCommit(() -> done.add("second"));
            df.transaction(inner -> later("third"));
            later("fourth");
            assertThat(done).isEmpty();
        });
        assertThat(done).containsExactly("first sees 1, connections 0", "second", "third", "fourth");
    }

    @Test
    void nothingIsDoneAfterARollback() {
        assertThatThrownBy(() -> df.transaction(tx -> {
                    later("never");
                    df.transaction(inner -> later("never"));
                    throw new IllegalStateException("undo");
                }))
                .hasMessage("undo");
        assertThat(done).isEmpty();
    }

    @Test
    void whatASavepointAddedIsForgottenWithIt() {
        df.transaction(tx -> {
            later("1");
            assertThatThrownBy(() -> df.transaction(inner -> {
                        later("never");
                        df.transaction(deeper -> later("never"));
                        throw new IllegalStateException("undo");
                    }))
                    .hasMessage("undo");
            df.transaction(inner -> {
                later("2");
                assertThatThrownBy(() -> df.transaction(deeper -> {
                            later("never");
                            throw new IllegalStateException("undo");
                        }))
                        .hasMessage("undo");
                df.transaction(deeper -> later("3"));
            });
            later("4");
        });
        assertThat(done).containsExactly("1", "2", "3", "4");
    }

    @Test
    void anAttemptThatFailedLeavesNothing() {
        int[] attempts = {0};
        df.transaction(TransactionOptions.defaults().retry(3), tx -> {
            later("attempt " + ++attempts[0]);
            if (attempts[0] < 3) {
                throw new TransactionConflictException(
                        new Problem(ErrorCode.TRANSACTION_CONFLICT, "a conflict", "for the test", "try again"), null);
            }
        });
        assertThat(done).containsExactly("attempt 3");
    }

    @Test
    void oneThatFailsIsToldAndStopsNothing() {
        List<Throwable> told = new ArrayList<>();
        TransactionListener listener = new TransactionListener() {
            @Override
            public void afterCommitFailed(Throwable failure) {
                told.add(failure);
            }
        };
        try (DataFlow own = DataFlow.builder()
                .url(database.url())
                .transactionListener(listener)
                .build()) {
            TagNodes its = TagNodes.on(own);
            int result = own.transactionResult(tx -> {
                its.create(d -> d.code("a").label("a"));
                own.afterCommit(() -> {
                    throw new IllegalStateException("the mail server is away");
                });
                own.afterCommit(() -> done.add("next"));
                own.afterCommit(() -> tx.afterCommit(() -> done.add("never")));
                return 7;
            });
            assertThat(result).isEqualTo(7);
            assertThat(done).containsExactly("next");
            assertThat(told).hasSize(2);
            assertThat(told.get(0)).hasMessage("the mail server is away");
            assertThat(told.get(1)).hasMessageContaining("DF-414");
            assertThat(own.transactionMetrics().failedAfterCommit()).isEqualTo(2);
            assertThat(its.count()).isEqualTo(1);
        }
    }

    @Test
    void itMayUseNodesAndTransactionsOfItsOwn() {
        df.transaction(tx -> df.afterCommit(() -> {
            tags.create(d -> d.code("a").label("a"));
            assertThatThrownBy(() -> df.transaction(own -> {
                        tags.create(d -> d.code("b").label("b"));
                        later("never");
                        throw new IllegalStateException("undo");
                    }))
                    .hasMessage("undo");
            df.transaction(own -> later("of its own"));
            later("at once");
        }));
        assertThat(done).containsExactly("of its own", "at once");
        assertThat(tags.count()).isEqualTo(1);
    }

    @Test
    void outsideATransactionItIsDoneAtOnce() {
        later("now");
        assertThat(done).containsExactly("now");
    }

    @Test
    void anotherThreadAddsThroughTheContext() {
        df.transaction(tx -> {
            CompletableFuture.runAsync(() -> {
                        tx.afterCommit(() -> done.add("of the transaction"));
                        later("of the other thread");
                    })
                    .join();
            assertThat(done).containsExactly("of the other thread");
        });
        assertThat(done).containsExactly("of the other thread", "of the transaction");
    }

    @Test
    void transactionsOfJooqHaveItToo() {
        df.dsl().transaction(outer -> {
            later("1");
            df.dsl().transaction(inner -> later("2"));
            assertThatThrownBy(() -> df.dsl().transaction(inner -> {
                        later("never");
                        throw new IllegalStateException("undo");
                    }))
                    .hasMessageContaining("undo");
            assertThat(done).isEmpty();
        });
        assertThatThrownBy(() -> df.dsl().transaction(outer -> {
                    later("never");
                    throw new IllegalStateException("undo");
                }))
                .hasMessageContaining("undo");
        assertThat(done).containsExactly("1", "2");
    }

    @Test
    void itIsRefusedWhereNobodyTellsOfTheCommit() throws Exception {
        AtomicReference<DataFlow> kept = new AtomicReference<>();
        df.transaction(kept::set);
        isRefused(() -> kept.get().afterCommit(() -> done.add("never")));
        try (Connection connection = database.connect();
                DataFlow joined = DataFlow.builder()
                        .connectionProvider(new DefaultConnectionProvider(connection))
                        .autoMigrate(false)
                        .build()) {
            joined.transaction(tx -> joined.afterCommit(() -> done.add("mine")));
            connection.setAutoCommit(false);
            isRefused(() -> joined.afterCommit(() -> done.add("never")));
            joined.transaction(tx -> isRefused(() -> joined.afterCommit(() -> done.add("never"))));
            connection.rollback();
        }
        assertThat(done).containsExactly("mine");
    }

    private static void isRefused(Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        DataFlowException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TRANSACTION_MISUSED));
    }
}
