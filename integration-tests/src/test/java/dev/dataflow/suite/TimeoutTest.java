package dev.dataflow.suite;

import static dev.dataflow.suite.TagTable.TAG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.node.OnError;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.transaction.StatementEvent;
import dev.dataflow.transaction.TransactionOptions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A transaction whose time is over: what runs is cancelled, all is undone, and the connection is as good as before. */
@Timeout(60)
class TimeoutTest extends EngineSuite {

    private static final Duration SHORT = Duration.ofMillis(200);

    /** What a cancellation may take; a machine that is busy elsewhere has another chance, or two. */
    private static final Duration SOON = SHORT.plusMillis(1_000);

    private static final int CHANCES = 3;

    private final TagNodes tags = TagNodes.on(df);

    TimeoutTest(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void fill() {
        tags.bulkCreate(many("old ", 50));
        STATEMENTS.clear();
    }

    private static List<Tag> many(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Tag(prefix + i, prefix + i, null, 1, null))
                .toList();
    }

    private void isCancelled(String kind, Runnable work) {
        Duration taken = cancelled(kind, work);
        for (int chance = 1; chance < CHANCES && taken.compareTo(SOON) >= 0; chance++) {
            taken = cancelled(kind, work);
        }
        assertThat(taken).as(kind).isLessThan(SOON);
    }

    private Duration cancelled(String kind, Runnable work) {
        List<Tag> before = tags.list(q -> q.limit(10_000)).records();
        long timeouts = df.transactionMetrics().timeouts();
        long start = System.nanoTime();
        DataFlowException thrown = catchThrowableOfType(
                DataFlowException.class,
                () -> df.transaction(TransactionOptions.defaults().timeout(SHORT), tx -> work.run()));
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        assertThat(thrown).as(kind).isNotNull();
        assertThat(thrown.code()).as(kind + thrown).isEqualTo(ErrorCode.TIMEOUT);
        assertThat(thrown).hasMessageContaining("PT0.2S");
        assertThat(df.transactionMetrics().timeouts()).as(kind).isEqualTo(timeouts + 1);
        assertThat(tags.list(q -> q.limit(10_000)).records()).as(kind).isEqualTo(before);
        // the connection, which the pool gives out again, is as before
        df.transaction(
                TransactionOptions.reading(),
                tx -> assertThat(tags.read("old 49")).isPresent());
        return taken;
    }

    @Test
    void plainJooqIsCancelled() {
        String endless = switch (database.engine()) {
            case POSTGRESQL -> "select pg_sleep(30)";
            case SQLITE -> "with recursive n(i) as (select 1 union all select i + 1 from n) select max(i) from n";
            default ->
                "select count(*) from information_schema.columns a, information_schema.columns b,"
                        + " information_schema.columns c where a.column_name < b.column_name"
                        + " and rand() < c.ordinal_position";
        };
        isCancelled("jOOQ", () -> {
            tags.delete("old 1");
            df.dsl().fetch(endless);
        });
        df.transaction(tx -> tags.update("old 49", p -> p.weight(2)));
        assertThat(tags.read("old 49").orElseThrow().weight()).isEqualTo(2);
    }

    @Test
    void aBulkCallThatIsWorkingIsCancelled() {
        List<Tag> rows = many("new ", 300_000);
        isCancelled("bulk create", () -> tags.bulkCreate(rows));
        isCancelled("bulk create that leaves out", () -> tags.bulkCreate(rows, o -> o.onError(OnError.CONTINUE)));
    }

    @Test
    void aStreamIsCancelled() {
        isCancelled("stream", () -> {
            try (Stream<Tag> all = tags.stream(q -> q.where(TAG.WEIGHT.eq(1)))) {
                all.forEach(tag -> {
                    while (tags.read(tag.code()).isPresent()) {
                        // reads on until the time is over
                    }
                });
            }
        });
    }

    @Test
    void whatIsDoneInTimeIsNotTouched() {
        df.transaction(TransactionOptions.defaults().timeout(Duration.ofMinutes(1)), tx -> {
            tags.bulkCreate(withMine());
            df.transaction(inner -> tags.update("old 1", p -> p.weight(2)));
        });
        assertThat(tags.count()).isEqualTo(151);
    }

    /** Enough that PostgreSQL copies them. */
    private static List<Tag> withMine() {
        return Stream.concat(many("new ", 100).stream(), Stream.of(new Tag("mine", "my own", null, 1, null)))
                .toList();
    }

    /** Each kind of node, waiting for another transaction that holds a row, or with SQLite the file. */
    @Test
    void nodesThatWaitAreCancelled() throws Exception {
        Map<String, Runnable> waits = new LinkedHashMap<>();
        waits.put("create", () -> tags.create(d -> d.code("mine").label("mine")));
        waits.put("update", () -> tags.update("old 0", p -> p.weight(2)));
        waits.put("modify", () -> tags.modify("old 0", (row, p) -> p.weight(2)));
        waits.put("delete", () -> tags.delete("old 0"));
        waits.put("upsert", () -> tags.upsert(d -> d.code("old 0").label("mine 0"), on -> on.conflictOn(TAG.CODE)));
        waits.put("bulk create", () -> tags.bulkCreate(withMine()));
        waits.put("bulk upsert", () -> tags.bulkUpsert(withMine(), o -> o.conflictOn(TAG.CODE)));
        waits.put("bulk update by filter", () -> tags.bulkUpdate(q -> q.confirmed(), p -> p.weight(2)));
        waits.put("bulk update of rows", () -> tags.bulkUpdate(many("old ", 50)));
        waits.put("bulk delete", () -> tags.bulkDelete(q -> q.confirmed()));
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> df.transaction(tx -> {
            tags.update("old 0", p -> p.weight(7));
            tags.create(d -> d.code("mine").label("mine"));
            held.countDown();
            try {
                done.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            throw new IllegalStateException("undo");
        }));
        held.await();
        try {
            for (Map.Entry<String, Runnable> wait : waits.entrySet()) {
                isCancelled(wait.getKey(), wait.getValue());
            }
        } finally {
            done.countDown();
        }
        assertThat(other.handle((nothing, thrown) -> thrown).join()).hasMessageContaining("undo");
        assertThat(tags.count()).isEqualTo(50);
        if (on(Engine.POSTGRESQL)) {
            assertThat(STATEMENTS.stream().filter(event -> event.error() == ErrorCode.TIMEOUT))
                    .extracting(StatementEvent::sql)
                    .as("COPY is cancelled too")
                    .anyMatch(sql -> sql.startsWith("copy"));
        }
    }
}
