package dev.dataflow.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The cache is bounded, keeps what is used, and counts. */
class StatementCacheTest {

    private static Statement statement(int number) {
        return new Statement(null, Operation.COUNT, "select " + number, List.of(), false, false);
    }

    private static Statement large(int number) {
        return new Statement(null, Operation.COUNT, "-".repeat(40_000) + number, List.of(), false, false);
    }

    @Test
    void itIsBounded() {
        StatementCache cache = new StatementCache(10);
        for (int i = 0; i < 100; i++) {
            int number = i;
            cache.get(number, () -> statement(number));
            cache.get("large" + number, () -> large(number));
        }
        StatementCacheMetrics metrics = cache.metrics();
        assertThat(metrics.size()).isEqualTo(10 + 32);
        assertThat(metrics.evictions()).isEqualTo(90 + 68);
        assertThat(metrics.misses()).isEqualTo(200);
        assertThat(metrics.hits()).isZero();
        assertThat(metrics.hitRate()).isZero();
    }

    @Test
    void whatIsUsedStays() {
        StatementCache cache = new StatementCache(10);
        Statement kept = cache.get("kept", () -> statement(-1));
        for (int i = 0; i < 100; i++) {
            int number = i;
            cache.get(number, () -> statement(number));
            assertThat(cache.get("kept", () -> statement(-2))).isSameAs(kept);
        }
        assertThat(cache.metrics().hits()).isEqualTo(100);
    }

    @Test
    void nothingIsKeptWithoutCapacity() {
        StatementCache cache = new StatementCache(0);
        assertThat(cache.get(1, () -> statement(1))).isNotSameAs(cache.get(1, () -> statement(1)));
        assertThat(cache.metrics().size()).isZero();
    }

    @Test
    void manyThreadsMayUseIt() throws InterruptedException {
        StatementCache cache = new StatementCache(16);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        for (int t = 0; t < 8; t++) {
            int start = t;
            threads.submit(() -> {
                for (int i = 0; i < 20_000; i++) {
                    int number = (start * 7 + i * 13) % 40;
                    String sql = cache.get(number, () -> statement(number)).sql();
                    assertThat(sql).isEqualTo("select " + number);
                }
                return null;
            });
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        StatementCacheMetrics metrics = cache.metrics();
        assertThat(metrics.size()).isEqualTo(16);
        assertThat(metrics.hits() + metrics.misses()).isEqualTo(160_000);
    }
}
