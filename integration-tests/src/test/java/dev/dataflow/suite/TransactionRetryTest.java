package dev.dataflow.suite;

import static dev.dataflow.transaction.TransactionOptions.defaults;
import static dev.dataflow.transaction.TransactionOptions.serializable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.DataFlow;
import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import dev.dataflow.error.TransactionConflictException;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.transaction.RetryPolicy;
import dev.dataflow.transaction.TransactionListener;
import dev.dataflow.transaction.TransactionMetrics;
import dev.dataflow.transaction.TransactionRetry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Transactions that met another one and run again. */
@Timeout(120)
class TransactionRetryTest extends EngineSuite {

    private static final int THREADS = 4;
    private static final int TURNS = 15;
    private static final RetryPolicy QUICK = RetryPolicy.of(3).backoff(Duration.ZERO, Duration.ZERO);

    private final TagNodes tags = TagNodes.on(df);

    TransactionRetryTest(TestDatabase database) {
        super(database);
    }

    private static TransactionConflictException conflict() {
        return new TransactionConflictException(
                new Problem(ErrorCode.TRANSACTION_CONFLICT, "a conflict", "for the test", "try again"), null);
    }

    @Test
    void readAndWriteByManyLoseNothing() {
        tags.create(d -> d.code("a").label("a").weight(0));
        List<CompletableFuture<Void>> threads = IntStream.range(0, THREADS)
                .mapToObj(t -> CompletableFuture.runAsync(() -> {
                    for (int i = 0; i < TURNS; i++) {
                        df.transaction(serializable().retry(1000), tx -> {
                            int weight = tags.read("a").orElseThrow().weight();
                            tags.update("a", p -> p.weight(weight + 1));
                        });
                    }
                }))
                .toList();
        threads.forEach(CompletableFuture::join);
        assertThat(tags.read("a").orElseThrow().weight()).isEqualTo(THREADS * TURNS);
    }

    @Test
    void onlyTheOutermostRunsAgainAndFromItsStart() {
        List<String> calls = new ArrayList<>();
        df.transaction(defaults().retry(QUICK), tx -> {
            calls.add("outer");
            tags.create(d -> d.code("a").label("a"));
            df.transaction(inner -> {
                calls.add("inner");
                tags.create(d -> d.code("b").label("b"));
                if (calls.size() < 5) {
                    throw conflict();
                }
            });
        });
        assertThat(calls).containsExactly("outer", "inner", "outer", "inner", "outer", "inner");
        assertThat(tags.count()).isEqualTo(2);
    }

    @Test
    void aConflictIsSeenThroughWhatTheWorkMakesOfIt() {
        int[] attempts = {0};
        df.transaction(defaults().retry(QUICK), tx -> {
            if (++attempts[0] < 2) {
                throw new IllegalStateException("wrapped", new CompletionException(conflict()));
            }
        });
        assertThat(attempts[0]).isEqualTo(2);
    }

    @Test
    void otherFailuresAreNotTriedAgain() {
        int[] attempts = {0};
        assertThatThrownBy(() -> df.transaction(defaults().retry(QUICK), tx -> {
                    attempts[0]++;
                    tags.create(d -> d.code("a").label("a"));
                    tags.create(d -> d.code("a").label("b"));
                }))
                .isInstanceOfSatisfying(
                        DataFlowException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNIQUE_VIOLATION));
        assertThat(attempts[0]).isEqualTo(1);
        assertThatThrownBy(() -> df.transaction(tx -> {
                    attempts[0]++;
                    throw conflict();
                }))
                .isInstanceOf(TransactionConflictException.class);
        assertThat(attempts[0]).as("without a policy").isEqualTo(2);
        assertThat(tags.count()).isZero();
    }

    @Test
    void listenersAndMetricsTell() {
        List<Object> told = new CopyOnWriteArrayList<>();
        TransactionListener listener = new TransactionListener() {
            @Override
            public void retried(TransactionRetry retry) {
                told.add(retry);
                throw new IllegalStateException("a listener's bug changes nothing");
            }

            @Override
            public void gaveUp(int attempts) {
                told.add(attempts);
            }
        };
        try (DataFlow own = DataFlow.builder()
                .url(database.url())
                .transactionListener(listener)
                .build()) {
            assertThatThrownBy(() -> own.transaction(defaults().retry(QUICK), tx -> {
                        throw conflict();
                    }))
                    .isInstanceOf(TransactionConflictException.class);
            assertThat(told)
                    .containsExactly(
                            new TransactionRetry(1, 3, Duration.ZERO), new TransactionRetry(2, 3, Duration.ZERO), 3);
            assertThat(own.transactionMetrics()).isEqualTo(new TransactionMetrics(2, 1, 0, 0));
        }
    }

    @Test
    void theTimeoutIsOfAllAttempts() {
        int[] attempts = {0};
        RetryPolicy slow = RetryPolicy.of(1000).backoff(Duration.ofMillis(5), Duration.ofMillis(5));
        assertThatThrownBy(() -> df.transaction(defaults().retry(slow).timeout(Duration.ofMillis(500)), tx -> {
                    attempts[0]++;
                    throw conflict();
                }))
                .isInstanceOf(DataFlowException.class);
        assertThat(attempts[0]).isGreaterThan(1).isLessThan(1000);
    }

    @Test
    void anInterruptEndsThePauses() {
        RetryPolicy long1 = RetryPolicy.of(1000).backoff(Duration.ofMinutes(30), Duration.ofMinutes(30));
        CountDownLatch begun = new CountDownLatch(1);
        List<Throwable> thrown = new CopyOnWriteArrayList<>();
        List<Boolean> flag = new CopyOnWriteArrayList<>();
        Thread thread = new Thread(() -> {
            try {
                df.transaction(defaults().retry(long1), tx -> {
                    begun.countDown();
                    throw conflict();
                });
            } catch (RuntimeException e) {
                thrown.add(e);
                flag.add(Thread.currentThread().isInterrupted());
            }
        });
        thread.start();
        try {
            begun.await();
            thread.interrupt();
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        assertThat(thrown).singleElement().isInstanceOf(TransactionConflictException.class);
        assertThat(flag).containsExactly(true);
    }

    @Test
    void aDeadlockIsResolved() {
        if (on(Engine.SQLITE)) {
            return; // one writer cannot meet another
        }
        tags.create(d -> d.code("a").label("a").weight(0));
        tags.create(d -> d.code("b").label("b").weight(0));
        CountDownLatch both = new CountDownLatch(2);
        List<CompletableFuture<Void>> sides = new ArrayList<>();
        for (List<String> order : List.of(List.of("a", "b"), List.of("b", "a"))) {
            sides.add(CompletableFuture.runAsync(() -> df.transaction(defaults().retry(20), tx -> {
                tags.update(order.get(0), p -> p.increment(TagTable.TAG.WEIGHT, 1));
                both.countDown();
                try {
                    both.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                tags.update(order.get(1), p -> p.increment(TagTable.TAG.WEIGHT, 1));
            })));
        }
        long before = df.transactionMetrics().retries();
        sides.forEach(CompletableFuture::join);
        assertThat(tags.list().records()).extracting(Tag::weight).containsExactly(2, 2);
        assertThat(df.transactionMetrics().retries()).isGreaterThanOrEqualTo(before);
    }

    @Test
    void impossiblePoliciesAreRefused() {
        for (Runnable bad : List.<Runnable>of(
                () -> RetryPolicy.of(0),
                () -> RetryPolicy.of(1001),
                () -> RetryPolicy.of(2).backoff(Duration.ofMillis(-1), Duration.ofMillis(1)),
                () -> RetryPolicy.of(2).backoff(Duration.ofMillis(2), Duration.ofMillis(1)),
                () -> RetryPolicy.of(2).backoff(Duration.ZERO, Duration.ofHours(2)),
                () -> defaults().timeout(Duration.ZERO))) {
            assertThatThrownBy(bad::run)
                    .isInstanceOfSatisfying(
                            DataFlowException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.OPTION_INVALID));
        }
    }
}
