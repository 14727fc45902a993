package dev.dataflow.suite;

import static dev.dataflow.suite.GaugeTable.GAUGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.NotFoundException;
import dev.dataflow.error.VersionConflictException;
import dev.dataflow.node.DeleteOptions;
import dev.dataflow.node.UpdateOptions;
import dev.dataflow.node.WithMeta;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.transaction.TransactionOptions;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rows that count their changes, one at a time. */
class VersioningTest extends VersionSuite {

    VersioningTest(TestDatabase database) {
        super(database);
    }

    @Test
    void eachKindOfWriteCounts() {
        Gauge made = gauge("a");
        assertThat(made.version()).isEqualTo(1);
        assertThat(gauges.update(made, p -> p.amount(2)).version()).isEqualTo(2);
        assertThat(gauges.update(made.id(), p -> p.amount(3), o -> o.expectedVersion(2))
                        .version())
                .isEqualTo(3);
        assertThat(gauges.update(made.id(), p -> p.increment(GAUGE.AMOUNT, 1), UpdateOptions::anyVersion)
                        .version())
                .isEqualTo(4);
        assertThat(gauges.modify(made.id(), (row, p) -> p.amount(row.amount() + 1))
                        .version())
                .isEqualTo(5);
        gauges.bulkUpdate(q -> q.where(GAUGE.NAME.eq("a")), p -> p.amount(6));
        assertThat(stored(made).version()).isEqualTo(6);
        assertThat(gauges.upsert(d -> d.name("a").amount(7), on -> on.conflictOn(GAUGE.NAME))
                        .record()
                        .version())
                .isEqualTo(7);
        gauges.bulkUpsert(List.of(new Gauge(null, "a", 8, 0)), o -> o.conflictOn(GAUGE.NAME));
        assertThat(stored(made).version()).isEqualTo(8);
        assertThat(gauges.bulkUpdate(List.of(new Gauge(made.id(), "a", 9, 8))).updated())
                .isEqualTo(1);
        assertThat(stored(made)).isEqualTo(new Gauge(made.id(), "a", 9, 9));
        // a patch that changes nothing is no change
        assertThat(gauges.update(made.id(), p -> {}, o -> o.expectedVersion(9)).version())
                .isEqualTo(9);
        assertThat(gauges.delete(made.id(), o -> o.expectedVersion(9))).isTrue();
    }

    @Test
    void rowsOfABulkCallBeginAtOne() {
        assertThat(gauges(200)).hasSize(200).allMatch(gauge -> gauge.version() == 1);
        gauges.bulkUpsert(
                IntStream.range(100, 300)
                        .mapToObj(i -> new Gauge(null, "s" + i, 1, 0))
                        .toList(),
                o -> o.conflictOn(GAUGE.NAME));
        assertThat(gauges.count(q -> q.where(GAUGE.VERSION.eq(1L)))).isEqualTo(200);
        assertThat(gauges.count(q -> q.where(GAUGE.VERSION.eq(2L)))).isEqualTo(100);
    }

    @Test
    void aVersionIsTheRuntimesToWrite() {
        isRefused(ErrorCode.MANAGED_FIELD, () -> gauges.create(new Gauge(null, "a", 1, 3)));
        isRefused(
                ErrorCode.MANAGED_FIELD,
                () -> gauges.bulkUpsert(List.of(new Gauge(null, "a", 1, 3)), o -> o.conflictOn(GAUGE.NAME)));
        Gauge made = gauge("a");
        isRefused(ErrorCode.MANAGED_FIELD, () -> gauges.update(made, p -> p.set(GAUGE.VERSION, 7L)));
        isRefused(
                ErrorCode.MANAGED_FIELD,
                () -> gauges.bulkUpdate(q -> q.where(GAUGE.NAME.eq("a")), p -> p.set(GAUGE.VERSION, 7L)));
        assertThat(stored(made)).isEqualTo(made);
    }

    @Test
    void whoeverIsLateIsTold() {
        Gauge base = gauge("a");
        gauges.update(base, p -> p.amount(2));
        assertThatThrownBy(() -> gauges.update(base, p -> p.amount(3)))
                .isInstanceOfSatisfying(VersionConflictException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.VERSION_CONFLICT);
                    assertThat(e.model()).isEqualTo(Gauge.class.getName());
                    assertThat(e.expected()).isEqualTo(1);
                    assertThat(e.found()).isEqualTo(2);
                });
        isRefused(ErrorCode.VERSION_CONFLICT, () -> gauges.update(base, p -> {}));
        isRefused(ErrorCode.VERSION_CONFLICT, () -> gauges.delete(base.id(), o -> o.expectedVersion(1)));
        assertThat(stored(base).amount()).isEqualTo(2);
        gauges.delete(base.id(), DeleteOptions::anyVersion);
        assertThatThrownBy(() -> gauges.update(base, p -> p.amount(3))).isInstanceOf(NotFoundException.class);
        assertThat(gauges.delete(base.id(), o -> o.expectedVersion(1))).isFalse();
    }

    @Test
    void aVersionFromTheFutureChangesNothing() {
        Gauge base = gauge("a");
        assertThatThrownBy(() -> gauges.update(base.id(), p -> p.amount(3), o -> o.expectedVersion(99)))
                .isInstanceOf(VersionConflictException.class)
                .hasMessageContaining("has not had the version")
                .hasMessageContaining("version 99, and the row has version 1");
        isRefused(ErrorCode.VERSION_CONFLICT, () -> gauges.delete(base.id(), o -> o.expectedVersion(99)));
        isRefused(
                ErrorCode.VERSION_CONFLICT,
                () -> gauges.bulkUpdate(List.of(new Gauge(base.id(), "a", 7, Long.MAX_VALUE))));
        isRefused(
                ErrorCode.VERSION_CONFLICT,
                () -> gauges.upsert(
                        d -> d.name("a").amount(7),
                        o -> o.conflictOn(GAUGE.NAME).expectedVersion(99)));
        isRefused(ErrorCode.OPTION_INVALID, () -> gauges.delete(base.id(), o -> o.expectedVersion(0)));
        isRefused(
                ErrorCode.OPTION_INVALID, () -> gauges.update(base.id(), p -> p.amount(3), o -> o.expectedVersion(-1)));
        assertThat(stored(base)).isEqualTo(base);
    }

    @Test
    void aVersionMustBeSaid() {
        Gauge base = gauge("a");
        isRefused(ErrorCode.VERSION_MISSING, () -> gauges.update(base.id(), p -> p.amount(3)));
        isRefused(ErrorCode.VERSION_MISSING, () -> gauges.delete(base.id()));
        // 0 is what a row holds that was never stored
        isRefused(ErrorCode.VERSION_MISSING, () -> gauges.update(new Gauge(base.id(), "a", 1, 0), p -> p.amount(3)));
        Parcel parcel = parcels.create(d -> d.place("here"));
        isRefused(ErrorCode.VERSION_MISSING, () -> parcels.update(parcel, p -> p.place("there")));
        assertThat(parcels.update(parcel.id(), p -> p.place("there"), o -> o.expectedVersion(1))
                        .place())
                .isEqualTo("there");
        isRefused(
                ErrorCode.VERSION_CONFLICT,
                () -> parcels.update(parcel.id(), p -> p.place("away"), o -> o.expectedVersion(1)));
        assertThat(parcels.modify(parcel.id(), (row, p) -> p.place(row.place() + "!"))
                        .place())
                .isEqualTo("there!");
        TagNodes tags = TagNodes.on(df);
        isRefused(ErrorCode.OPTION_INVALID, () -> tags.update("a", p -> p.weight(1), o -> o.expectedVersion(1)));
        isRefused(ErrorCode.OPTION_INVALID, () -> tags.delete("a", o -> o.expectedVersion(1)));
        assertThat(tags.delete("a", DeleteOptions::anyVersion)).isFalse();
    }

    @Test
    void whatIsKeptBesideARowIsReadWithIt() {
        Parcel parcel = parcels.create(d -> d.place("here")
                .due(OffsetDateTime.parse("2026-01-31T12:00:00+02:00"))
                .weight(new BigDecimal("1.5")));
        parcels.update(parcel.id(), p -> p.place("there"), UpdateOptions::anyVersion);
        WithMeta<Parcel> read = parcels.readWithMeta(parcel.id()).orElseThrow();
        assertThat(read.record()).isEqualTo(parcels.read(parcel.id()).orElseThrow());
        assertThat(read.version()).isEqualTo(2);
        assertThat(read.createdAt()).isNotNull();
        assertThat(read.updatedAt()).isAfterOrEqualTo(read.createdAt());
        assertThat(parcels.readWithMeta(-1L)).isEmpty();
        WithMeta<Gauge> gauge = gauges.readWithMeta(gauge("a").id()).orElseThrow();
        assertThat(gauge.version()).isEqualTo(gauge.record().version()).isEqualTo(1);
        TagNodes tags = TagNodes.on(df);
        tags.bulkDelete(q -> q.confirmed());
        tags.create(d -> d.code("a").label("a"));
        assertThat(tags.readWithMeta("a").orElseThrow().version()).isZero();
    }

    @Test
    void anUpsertMayExpectAVersionOfTheRowItFinds() {
        Gauge base = gauge("a");
        assertThat(gauges.upsert(
                                d -> d.name("a").amount(2),
                                o -> o.conflictOn(GAUGE.NAME).expectedVersion(1))
                        .record()
                        .version())
                .isEqualTo(2);
        isRefused(
                ErrorCode.VERSION_CONFLICT,
                () -> gauges.upsert(
                        d -> d.name("a").amount(3),
                        o -> o.conflictOn(GAUGE.NAME).expectedVersion(1)));
        assertThat(stored(base).amount()).isEqualTo(2);
        assertThat(gauges.upsert(
                                d -> d.name("b").amount(3),
                                o -> o.conflictOn(GAUGE.NAME).expectedVersion(1))
                        .created())
                .isTrue();
    }

    /** A transaction that sees rows as they were when it began must still be told that one has changed since. */
    @Test
    void aSnapshotHidesNoConflict() {
        if (database.engine() == Engine.SQLITE) {
            return; // others wait until it ends
        }
        Gauge base = gauge("a");
        Gauge gone = gauge("b");
        if (database.engine() == Engine.POSTGRESQL) {
            isRefused(
                    ErrorCode.TRANSACTION_CONFLICT, // it writes nothing that others have written since
                    () -> df.transaction(TransactionOptions.repeatableRead(), tx -> {
                        assertThat(gauges.count()).isEqualTo(2);
                        elsewhere(() -> gauges.update(base, p -> p.amount(5)));
                        gauges.update(base, p -> p.amount(6));
                    }));
            assertThat(stored(base).amount()).isEqualTo(5);
            return;
        }
        df.transaction(TransactionOptions.repeatableRead(), tx -> {
            assertThat(gauges.count()).isEqualTo(2);
            elsewhere(() -> gauges.update(base, p -> p.amount(5)));
            elsewhere(() -> gauges.delete(gone.id(), o -> o.expectedVersion(1)));
            isRefused(ErrorCode.VERSION_CONFLICT, () -> gauges.update(base, p -> p.amount(6)));
            isRefused(ErrorCode.VERSION_CONFLICT, () -> gauges.bulkUpdate(List.of(new Gauge(base.id(), "a", 6, 1))));
            assertThat(gauges.delete(gone.id(), o -> o.expectedVersion(1))).isFalse();
            assertThat(gauges.modify(base.id(), (row, p) -> p.amount(row.amount() + 1)))
                    .isEqualTo(new Gauge(base.id(), "a", 6, 3));
        });
    }
}
