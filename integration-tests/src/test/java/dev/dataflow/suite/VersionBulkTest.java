package dev.dataflow.suite;

import static dev.dataflow.node.ConflictPolicy.lastWriterWins;
import static dev.dataflow.suite.GaugeTable.GAUGE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.node.BulkUpdated;
import dev.dataflow.node.ConflictPolicy.Kind;
import dev.dataflow.node.DeleteOptions;
import dev.dataflow.node.OnError;
import dev.dataflow.node.VersionConflicts;
import dev.dataflow.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Versions of many rows. */
class VersionBulkTest extends VersionSuite {

    VersionBulkTest(TestDatabase database) {
        super(database);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 300})
    void allHaveTheirVersionsOrNoneIsChanged(int count) {
        List<Gauge> read = gauges(count);
        assertThat(gauges.bulkUpdate(with(read, 5)).updated()).isEqualTo(count);
        List<Gauge> now = stored();
        assertThat(now).hasSize(count).allMatch(gauge -> gauge.version() == 2 && gauge.amount() == 5);
        isRefused(ErrorCode.VERSION_CONFLICT, () -> gauges.bulkUpdate(with(read, 6)));
        // one of them was changed by somebody else, once
        gauges.update(now.get(1), p -> p.amount(9));
        isRefused(ErrorCode.VERSION_CONFLICT, () -> gauges.bulkUpdate(with(now, 6)));
        assertThat(gauges.count(q -> q.where(GAUGE.AMOUNT.eq(6)))).isZero();
        // one that is gone is left out, as where rows have no versions
        List<Gauge> last = stored();
        gauges.delete(last.get(0).id(), DeleteOptions::anyVersion);
        assertThat(gauges.bulkUpdate(with(last, 7)).updated()).isEqualTo(count - 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 300})
    void staleRowsCanBeLeftOut(int count) {
        List<Gauge> read = gauges(count);
        gauges.update(read.get(1), p -> p.amount(9));
        VersionConflicts before = df.versionConflicts();
        BulkUpdated done = gauges.bulkUpdate(with(read, 6), o -> o.onError(OnError.CONTINUE));
        assertThat(done.updated()).isEqualTo(count - 1);
        assertThat(done.failed()).isEqualTo(1);
        assertThat(done.errors()).singleElement().satisfies(error -> {
            assertThat(error.index()).isEqualTo(1);
            assertThat(error.code()).isEqualTo(ErrorCode.VERSION_CONFLICT);
        });
        assertThat(gauges.count(q -> q.where(GAUGE.AMOUNT.eq(6)))).isEqualTo(count - 1);
        assertThat(df.versionConflicts().refused()).isEqualTo(before.refused() + 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 300})
    void staleRowsCanBeOverwritten(int count) {
        List<Gauge> read = gauges(count);
        gauges.update(read.get(1), p -> p.amount(9));
        gauges.delete(read.get(2).id(), DeleteOptions::anyVersion);
        VersionConflicts before = df.versionConflicts();
        for (OnError onError : OnError.values()) {
            BulkUpdated done = gauges.bulkUpdate(
                    with(read, 6), o -> o.onConflict(lastWriterWins()).onError(onError));
            assertThat(done)
                    .extracting(BulkUpdated::processed, BulkUpdated::updated, BulkUpdated::failed)
                    .containsExactly((long) count, count - 1L, 0L);
        }
        VersionConflicts after = df.versionConflicts();
        // of the second call, each
        assertThat(after.count(Kind.LAST_WRITER_WINS) - before.count(Kind.LAST_WRITER_WINS))
                .isEqualTo(1 + count - 1);
        assertThat(after.refused()).isEqualTo(before.refused());
        assertThat(stored()).hasSize(count - 1).allMatch(gauge -> gauge.amount() == 6);
        assertThat(stored(read.get(1)).version()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 300})
    void versionsCanBeLeftAside(int count) {
        List<Gauge> read = gauges(count);
        gauges.bulkUpdate(with(read, 5));
        assertThat(gauges.bulkUpdate(with(read, 6), o -> o.anyVersion()).updated())
                .isEqualTo(count);
        assertThat(stored()).allMatch(gauge -> gauge.amount() == 6 && gauge.version() == 3);
        parcels.create(d -> d.place("here"));
        Parcel parcel = parcels.list().records().get(0);
        isRefused(ErrorCode.VERSION_MISSING, () -> parcels.bulkUpdate(List.of(parcel)));
        isRefused(
                ErrorCode.VERSION_MISSING,
                () -> parcels.bulkUpdate(List.of(parcel), o -> o.onConflict(lastWriterWins())));
        assertThat(parcels.bulkUpdate(List.of(new Parcel(parcel.id(), "there", null, null)), o -> o.anyVersion())
                        .updated())
                .isEqualTo(1);
        assertThat(parcels.readWithMeta(parcel.id()).orElseThrow().version()).isEqualTo(2);
    }

    /** Rows of one key are written one after the other, each for a version of its own. */
    @ParameterizedTest
    @ValueSource(ints = {3, 300})
    void rowsOfOneKeyEachHaveAVersion(int count) {
        List<Gauge> read = gauges(count);
        Gauge first = read.get(0);
        List<Gauge> twice = new ArrayList<>(with(read, 5));
        twice.add(new Gauge(first.id(), first.name(), 6, 2));
        assertThat(gauges.bulkUpdate(twice).updated()).isEqualTo(count + 1);
        assertThat(stored(first)).isEqualTo(new Gauge(first.id(), first.name(), 6, 3));
        List<Gauge> again = new ArrayList<>(with(stored(), 7));
        again.add(new Gauge(first.id(), first.name(), 8, 3));
        isRefused(ErrorCode.VERSION_CONFLICT, () -> gauges.bulkUpdate(again));
        assertThat(gauges.bulkUpdate(again, o -> o.onError(OnError.CONTINUE)).failed())
                .isEqualTo(1);
        assertThat(stored(first)).isEqualTo(new Gauge(first.id(), first.name(), 7, 4));
    }

    @Test
    void mapsSayTheVersionInEachRow() {
        List<Gauge> read = gauges(2);
        long id = read.get(0).id();
        Map<String, Object> row = Map.of("id", id, "amount", 5, "version", 1);
        assertThat(update(Map.of("data", List.of(row)))).containsEntry("updated", 1L);
        isRefused(ErrorCode.VERSION_CONFLICT, () -> update(Map.of("data", List.of(row))));
        assertThat(update(Map.of("data", List.of(row), "on_error", "continue"))).containsEntry("failed", 1L);
        assertThat(update(Map.of("data", List.of(row), "on_conflict", "last_writer_wins")))
                .containsEntry("updated", 1L);
        Map<String, Object> without = Map.of("id", id, "amount", 6);
        isRefused(ErrorCode.VERSION_MISSING, () -> update(Map.of("data", List.of(without))));
        assertThat(update(Map.of("data", List.of(without), "any_version", true)))
                .containsEntry("updated", 1L);
        isRefused(
                ErrorCode.OPTION_INVALID,
                () -> update(Map.of("data", List.of(Map.of("id", id, "amount", 6, "version", 0)))));
        isRefused(
                ErrorCode.TYPE_MISMATCH,
                () -> update(Map.of("data", List.of(Map.of("id", id, "amount", 6, "version", "1")))));
        isRefused(
                ErrorCode.UPDATE_SHAPE,
                () -> update(Map.of("filter", Map.of("id", id), "update", Map.of("amount", 6), "any_version", true)));
        isRefused(ErrorCode.TYPE_MISMATCH, () -> update(Map.of("data", List.of(row), "on_conflict", "retry")));
        isRefused(ErrorCode.OPTION_INVALID, () -> update(Map.of("data", List.of(row), "on_conflict", "merge")));
        isRefused(
                ErrorCode.NAME_UNKNOWN,
                () -> df.node("TagBulkUpdateNode").run(Map.of("data", List.of(), "any_version", true)));
        assertThat(stored(read.get(0))).isEqualTo(new Gauge(id, "s0", 6, 4));
    }

    private Map<String, @Nullable Object> update(Map<String, ?> input) {
        return df.node("GaugeBulkUpdateNode").run(input);
    }

    /** A filter may name versions: rows that have changed since are not found. */
    @Test
    void bulkCallsByFilterMayFilterByVersion() {
        List<Gauge> read = gauges(3);
        gauges.update(read.get(0), p -> p.amount(9));
        Map<String, Object> unchanged = Map.of("version", 1);
        assertThat(gauges.bulkUpdate(q -> q.filter(unchanged), p -> p.amount(4)).updated())
                .isEqualTo(2);
        assertThat(gauges.bulkDelete(q -> q.where(GAUGE.VERSION.eq(1L))).deleted())
                .isZero();
        assertThat(gauges.bulkDelete(q -> q.where(GAUGE.VERSION.eq(2L).and(GAUGE.AMOUNT.eq(4))))
                        .deleted())
                .isEqualTo(2);
    }
}
