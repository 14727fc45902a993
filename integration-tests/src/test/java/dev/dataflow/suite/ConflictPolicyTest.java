package dev.dataflow.suite;

import static dev.dataflow.node.ConflictPolicy.fail;
import static dev.dataflow.node.ConflictPolicy.lastWriterWins;
import static dev.dataflow.node.ConflictPolicy.merge;
import static dev.dataflow.node.ConflictPolicy.retry;
import static dev.dataflow.suite.GaugeTable.GAUGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import dev.dataflow.error.TransactionConflictException;
import dev.dataflow.error.VersionConflictException;
import dev.dataflow.node.ConflictPolicy;
import dev.dataflow.node.ConflictPolicy.Kind;
import dev.dataflow.node.UpdateOptions;
import dev.dataflow.node.VersionConflict;
import dev.dataflow.node.VersionConflicts;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.transaction.RetryPolicy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is done when somebody else was faster. */
@Timeout(120)
class ConflictPolicyTest extends VersionSuite {

    private static final int THREADS = Integer.getInteger("versions.threads", 16);
    private static final int TURNS = Integer.getInteger("versions.turns", 25);
    private static final RetryPolicy QUICK = RetryPolicy.of(3).backoff(Duration.ZERO, Duration.ZERO);

    ConflictPolicyTest(TestDatabase database) {
        super(database);
    }

    private static void byMany(Runnable turn) {
        List<CompletableFuture<Void>> all = IntStream.range(0, THREADS)
                .mapToObj(t -> CompletableFuture.runAsync(turn, work -> new Thread(work).start()))
                .toList();
        all.forEach(CompletableFuture::join);
    }

    /** {@code -Dversions.turns=500} for a long run. */
    @Test
    void manyIncrementsThroughModifyLoseNone() {
        Gauge base = gauges.create(d -> d.name("a").amount(0));
        VersionConflicts before = df.versionConflicts();
        byMany(() -> {
            for (int i = 0; i < TURNS; i++) {
                gauges.modify(base.id(), (row, p) -> p.amount(row.amount() + 1));
            }
        });
        assertThat(stored(base)).isEqualTo(new Gauge(base.id(), "a", THREADS * TURNS, THREADS * TURNS + 1L));
        VersionConflicts after = df.versionConflicts();
        assertThat(after.refused()).isEqualTo(before.refused());
        System.out.println(database.engine() + ": " + THREADS + " x " + TURNS + " increments, "
                + (after.count(Kind.RETRY) - before.count(Kind.RETRY)) + " retries");
    }

    /** All of them read one version: one wins, and each loser is told. */
    @Test
    void underFailEachLoserIsToldAndChangesNothing() {
        Gauge base = gauges.create(d -> d.name("a").amount(0));
        long refused = df.versionConflicts().refused();
        CyclicBarrier ready = new CyclicBarrier(THREADS);
        AtomicInteger won = new AtomicInteger();
        AtomicInteger lost = new AtomicInteger();
        for (int round = 1; round <= 5; round++) {
            byMany(() -> {
                Gauge read = stored(base);
                try {
                    ready.await();
                    gauges.update(read, p -> p.amount(read.amount() + 1), o -> o.onConflict(fail()));
                    won.incrementAndGet();
                } catch (VersionConflictException e) {
                    lost.incrementAndGet();
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            });
            assertThat(won.get()).isEqualTo(round);
            assertThat(lost.get()).isEqualTo(round * (THREADS - 1));
            assertThat(stored(base).amount()).isEqualTo(round);
        }
        assertThat(df.versionConflicts().refused()).isEqualTo(refused + lost.get());
    }

    @Test
    void mergeJoinsChangesOfDifferentFields() {
        Gauge base = gauges.create(d -> d.name("a").amount(1));
        gauges.update(base, p -> p.amount(2));
        assertThat(gauges.update(base, p -> p.name("b"), o -> o.onConflict(merge())))
                .isEqualTo(new Gauge(base.id(), "b", 2, 3));
        // the same field, to another value
        isRefused(ErrorCode.VERSION_CONFLICT, () -> gauges.update(base, p -> p.amount(7), o -> o.onConflict(merge())));
        // and computed: what it was computed from has changed
        isRefused(
                ErrorCode.VERSION_CONFLICT,
                () -> gauges.update(base, p -> p.increment(GAUGE.AMOUNT, 1), o -> o.onConflict(merge())));
        assertThat(stored(base)).isEqualTo(new Gauge(base.id(), "b", 2, 3));
        // the same field, to the same value
        assertThat(gauges.update(base, p -> p.amount(2), o -> o.onConflict(merge()))
                        .version())
                .isEqualTo(4);
        // a row that has never had the version
        isRefused(
                ErrorCode.VERSION_CONFLICT,
                () -> gauges.update(new Gauge(base.id(), "b", 2, 40), p -> p.name("c"), o -> o.onConflict(merge())));
    }

    /** Values that are spelt otherwise are the same. */
    @Test
    void mergeComparesWhatIsStored() {
        OffsetDateTime due = OffsetDateTime.parse("2026-01-31T12:00:00.123456789+02:00");
        Parcel made = parcels.create(d -> d.place("a").due(due).weight(new BigDecimal("1.5")));
        Parcel result = parcels.modify(
                made.id(),
                (row, p) -> {
                    elsewhere(() -> parcels.update(
                            made.id(),
                            other -> other.place("b").due(due).weight(new BigDecimal("1.500")),
                            UpdateOptions::anyVersion));
                    p.due(null).weight(new BigDecimal("2"));
                },
                o -> o.onConflict(merge()));
        assertThat(result.place()).isEqualTo("b");
        assertThat(result.due()).isNull();
        assertThat(result.weight()).isEqualByComparingTo("2");
    }

    @Test
    void theLastWriterMayWin() {
        Gauge base = gauges.create(d -> d.name("a").amount(1));
        gauges.update(base, p -> p.amount(2));
        assertThat(gauges.update(base, p -> p.amount(7), o -> o.onConflict(lastWriterWins())))
                .isEqualTo(new Gauge(base.id(), "a", 7, 3));
        assertThat(gauges.update(
                        base.id(), p -> p.amount(8), o -> o.expectedVersion(1).onConflict(lastWriterWins())))
                .isEqualTo(new Gauge(base.id(), "a", 8, 4));
        assertThat(gauges.upsert(
                                d -> d.name("a").amount(9),
                                o -> o.conflictOn(GAUGE.NAME).expectedVersion(1).onConflict(lastWriterWins()))
                        .record())
                .isEqualTo(new Gauge(base.id(), "a", 9, 5));
        assertThat(gauges.delete(base.id(), o -> o.expectedVersion(1).onConflict(lastWriterWins())))
                .isTrue();
        assertThat(gauges.delete(base.id(), o -> o.expectedVersion(1).onConflict(lastWriterWins())))
                .isFalse();
    }

    @Test
    void policiesThatDoNotFitAreRefused() {
        Gauge base = gauges.create(d -> d.name("a").amount(1));
        isRefused(
                ErrorCode.OPTION_INVALID, () -> gauges.update(base, p -> p.amount(7), o -> o.onConflict(retry(QUICK))));
        for (ConflictPolicy policy : List.of(retry(QUICK), merge())) {
            isRefused(
                    ErrorCode.OPTION_INVALID,
                    () -> gauges.update(
                            base.id(),
                            p -> p.amount(7),
                            o -> o.expectedVersion(1).onConflict(policy)));
            isRefused(
                    ErrorCode.OPTION_INVALID,
                    () -> gauges.delete(base.id(), o -> o.expectedVersion(1).onConflict(policy)));
            isRefused(
                    ErrorCode.OPTION_INVALID,
                    () -> gauges.upsert(
                            d -> d.name("a").amount(9),
                            o -> o.conflictOn(GAUGE.NAME).expectedVersion(1).onConflict(policy)));
            isRefused(ErrorCode.OPTION_INVALID, () -> gauges.bulkUpdate(List.of(base), o -> o.onConflict(policy)));
        }
        // nothing to compare, or two things to compare with
        isRefused(
                ErrorCode.OPTION_INVALID,
                () -> gauges.update(
                        base.id(), p -> p.amount(7), o -> o.anyVersion().onConflict(lastWriterWins())));
        isRefused(
                ErrorCode.OPTION_INVALID,
                () -> gauges.upsert(
                        d -> d.name("a").amount(9),
                        o -> o.conflictOn(GAUGE.NAME).onConflict(fail())));
        isRefused(
                ErrorCode.OPTION_INVALID,
                () -> gauges.bulkUpdate(List.of(base), o -> o.anyVersion().onConflict(lastWriterWins())));
        isRefused(ErrorCode.OPTION_INVALID, () -> gauges.update(base, p -> p.amount(7), o -> o.expectedVersion(1)));
        isRefused(
                ErrorCode.OPTION_INVALID,
                () -> gauges.modify(base.id(), (row, p) -> p.amount(7), UpdateOptions::anyVersion));
        // rows without versions
        TagNodes tags = TagNodes.on(df);
        isRefused(
                ErrorCode.OPTION_INVALID,
                () -> tags.update("a", p -> p.weight(1), o -> o.onConflict(lastWriterWins())));
        isRefused(
                ErrorCode.OPTION_INVALID,
                () -> tags.modify("a", (row, p) -> p.weight(1), o -> o.onConflict(retry(QUICK))));
        isRefused(ErrorCode.OPTION_INVALID, () -> tags.bulkUpdate(List.of(), o -> o.onConflict(fail())));
        assertThat(stored(base)).isEqualTo(base);
    }

    @Test
    void modifyRunsAgainOnTheRowAsItIs() {
        Gauge base = gauges.create(d -> d.name("a").amount(1));
        for (ConflictPolicy policy : List.of(retry(QUICK), lastWriterWins())) {
            Gauge before = stored(base);
            AtomicInteger runs = new AtomicInteger();
            Gauge result = gauges.modify(
                    base.id(),
                    (row, p) -> {
                        if (runs.getAndIncrement() == 0) {
                            elsewhere(() -> gauges.update(before, other -> other.amount(10)));
                        }
                        p.amount(row.amount() + 1);
                    },
                    o -> o.onConflict(policy));
            boolean retried = policy.kind() == Kind.RETRY;
            assertThat(runs.get()).isEqualTo(retried ? 2 : 1);
            assertThat(result)
                    .isEqualTo(new Gauge(base.id(), "a", retried ? 11 : before.amount() + 1, before.version() + 2));
        }
        isRefused(
                ErrorCode.VERSION_CONFLICT,
                () -> gauges.modify(
                        base.id(),
                        (row, p) -> {
                            elsewhere(() -> gauges.update(row, other -> other.amount(row.amount() + 1)));
                            p.amount(-1);
                        },
                        o -> o.onConflict(retry(RetryPolicy.none()))));
        assertThat(stored(base).amount()).isPositive();
    }

    /** The second run holds the lock, so that only other transactions can be in the way of later ones. */
    @Test
    void modifyRunsAsOftenAsItsPolicySays() {
        Gauge base = gauges.create(d -> d.name("a").amount(1));
        AtomicInteger runs = new AtomicInteger();
        int[] failing = {3};
        Runnable modify = () -> gauges.modify(
                base.id(),
                (row, p) -> {
                    if (runs.getAndIncrement() == 0) {
                        elsewhere(() -> gauges.update(row, other -> other.amount(row.amount() + 10)));
                    } else if (runs.get() <= failing[0]) {
                        throw new TransactionConflictException(
                                new Problem(ErrorCode.TRANSACTION_CONFLICT, "a conflict", "for the test", "again"),
                                null);
                    }
                    p.amount(row.amount() + 1);
                },
                o -> o.onConflict(retry(RetryPolicy.of(4).backoff(Duration.ZERO, Duration.ZERO))));
        modify.run();
        assertThat(runs.getAndSet(0)).isEqualTo(4);
        assertThat(stored(base).amount()).isEqualTo(12);
        failing[0] = 4;
        isRefused(ErrorCode.TRANSACTION_CONFLICT, modify);
        assertThat(runs.getAndSet(0)).isEqualTo(4);
        assertThat(stored(base).amount()).isEqualTo(22);
        // a transaction that is not at its end cannot begin again here
        isRefused(
                ErrorCode.TRANSACTION_CONFLICT,
                () -> df.transaction(tx -> {
                    runs.set(1);
                    failing[0] = 2;
                    modify.run();
                }));
        assertThat(runs.get()).isEqualTo(2);
    }

    @Test
    void conflictsAreCountedAndTheLastOnesKept() {
        VersionConflicts before = df.versionConflicts();
        Gauge base = gauges.create(d -> d.name("a").amount(1));
        gauges.update(base, p -> p.amount(2));
        isRefused(ErrorCode.VERSION_CONFLICT, () -> gauges.update(base, p -> p.amount(3)));
        isRefused(
                ErrorCode.VERSION_CONFLICT,
                () -> gauges.update(base.id(), p -> p.amount(3), o -> o.expectedVersion(1)));
        isRefused(ErrorCode.VERSION_CONFLICT, () -> gauges.delete(base.id(), o -> o.expectedVersion(1)));
        isRefused(ErrorCode.VERSION_CONFLICT, () -> gauges.bulkUpdate(List.of(base)));
        gauges.update(base, p -> p.name("b"), o -> o.onConflict(merge()));
        gauges.update(base, p -> p.amount(3), o -> o.onConflict(lastWriterWins()));
        VersionConflicts after = df.versionConflicts();
        assertThat(after.count() - before.count()).isEqualTo(6);
        assertThat(after.count(Kind.FAIL) - before.count(Kind.FAIL)).isEqualTo(4);
        assertThat(after.refused() - before.refused()).isEqualTo(4);
        assertThat(after.count(Kind.MERGE) - before.count(Kind.MERGE)).isEqualTo(1);
        assertThat(after.count(Kind.LAST_WRITER_WINS) - before.count(Kind.LAST_WRITER_WINS))
                .isEqualTo(1);
        assertThat(after.byModel()).containsKey(Gauge.class.getName());
        List<VersionConflict> last = after.last();
        assertThat(last).hasSizeLessThanOrEqualTo(100);
        assertThat(last.subList(last.size() - 6, last.size()))
                .extracting(VersionConflict::expected, VersionConflict::found, VersionConflict::resolved)
                .containsExactly(
                        tuple(1L, 2L, false),
                        tuple(1L, 2L, false),
                        tuple(1L, 2L, false),
                        tuple(1L, 2L, false),
                        tuple(1L, 2L, true),
                        tuple(1L, 3L, true));
        for (int i = 0; i < 100; i++) {
            gauges.update(base, p -> p.amount(3), o -> o.onConflict(lastWriterWins()));
        }
        assertThat(df.versionConflicts().last()).hasSize(100).allMatch(VersionConflict::resolved);
    }

    @Test
    void aPolicyThatFailsToResolveIsARefusal() {
        Gauge base = gauges.create(d -> d.name("a").amount(1));
        gauges.create(d -> d.name("b").amount(1));
        gauges.update(base, p -> p.amount(2));
        VersionConflicts before = df.versionConflicts();
        assertThatThrownBy(() -> gauges.update(base, p -> p.name("b"), o -> o.onConflict(merge())))
                .hasMessageContaining("[DF-402]");
        VersionConflicts after = df.versionConflicts();
        assertThat(after.refused()).isEqualTo(before.refused() + 1);
        assertThat(stored(base)).isEqualTo(new Gauge(base.id(), "a", 2, 2));
    }
}
