package dev.dataflow.suite.form;

import static dev.dataflow.suite.form.BookingTable.BOOKING;
import static dev.dataflow.suite.form.GrantTable.GRANT;
import static dev.dataflow.suite.form.SeatTable.SEAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.DataFlow;
import dev.dataflow.error.UniqueViolationException;
import dev.dataflow.node.Conflict;
import dev.dataflow.query.BulkQuery;
import dev.dataflow.suite.form.Grant.Holder;
import dev.dataflow.suite.form.Grant.Limit;
import dev.dataflow.suite.form.Grant.Scope;
import dev.dataflow.testing.EveryEngine;
import dev.dataflow.testing.TestDatabase;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/** Keys of several parts in classes, in Lombok's classes, and of converted types. */
@EveryEngine
class KeyedFormsTest {

    private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-01-31T12:00:00.000001+05:30");
    private static final OffsetDateTime EARLY = OffsetDateTime.parse("0001-01-01T18:00:00+18:00");
    private static final LocalDate DAY = LocalDate.of(2026, 2, 28);
    private static final Holder ANN = new Holder(new UUID(0, 1));
    private static final Holder BOB = new Holder(new UUID(-1, 1));
    private static final Currency EURO = Currency.getInstance("EUR");

    private static DataFlow df;

    private final SeatNodes seats = SeatNodes.on(df);
    private final BookingNodes bookings = BookingNodes.on(df);
    private final GrantNodes grants = GrantNodes.on(df);

    KeyedFormsTest(TestDatabase database) {}

    @BeforeParameterizedClassInvocation
    static void open(TestDatabase database) {
        df = DataFlow.builder()
                .url(database.url())
                .models(Seat.class, Booking.class, Grant.class)
                .build();
    }

    @AfterParameterizedClassInvocation
    static void close() {
        df.close();
    }

    @BeforeEach
    void empty() {
        seats.bulkDelete(BulkQuery::confirmed);
        bookings.bulkDelete(BulkQuery::confirmed);
        grants.bulkDelete(BulkQuery::confirmed);
    }

    private static Seat seat(String hall, int number, @Nullable OffsetDateTime booked) {
        Seat seat = new Seat().number(number);
        seat.setHall(hall);
        seat.setOpens(NOON);
        seat.booked = booked;
        return seat;
    }

    private static Grant grant(Holder holder, int level, int limit) {
        return new Grant(holder, new Scope(level), EURO, new Limit(limit), null);
    }

    private static void assertSame(@Nullable Object found, Object expected) {
        assertThat(found).usingRecursiveComparison().isEqualTo(expected);
    }

    @Test
    void aClassIsReachedByTheKeysParts() {
        Seat first = seats.create(seat("A", 1, null));
        Seat second = seats.create(d -> d.hall("A").number(2).opens(EARLY).booked(NOON));
        assertSame(first, seat("A", 1, null));
        assertThat(second.getOpens()).isEqualTo(EARLY);
        assertSame(seats.read("A", 2).orElseThrow(), second);
        assertSame(seats.readAll(List.of(SeatKey.of(second), new SeatKey("A", 1))), List.of(second, first));
        assertThat(seats.read("a", 1)).isEmpty();

        assertThat(seats.update("A", 1, p -> p.booked(EARLY)).booked).isEqualTo(EARLY);
        assertThat(seats.update(second, p -> p.opens(NOON).booked(null)).booked).isNull();
        assertThat(seats.modify("A", 2, (row, p) -> p.booked(row.getOpens())).booked)
                .isEqualTo(NOON);
        assertThatThrownBy(() -> seats.create(seat("A", 1, null))).isInstanceOf(UniqueViolationException.class);
        assertThat(seats.list(q -> q.where(SEAT.BOOKED.ge(EARLY)).orderBy(SEAT.BOOKED.desc()))
                        .records())
                .extracting(Seat::number)
                .containsExactly(2, 1);
        assertThat(seats.delete("A", 1)).isTrue();
        assertThat(seats.delete(new SeatKey("A", 1))).isFalse();
    }

    @Test
    void rowsOfAClassAreWrittenInBulkByTheirKeys() {
        List<SeatKey> keys = seats.bulkCreate(List.of(seat("A", 1, null), seat("B", 1, NOON)), o -> o.returnIds())
                .ids();
        assertThat(keys).containsExactly(new SeatKey("A", 1), new SeatKey("B", 1));
        assertThat(seats.bulkUpdate(List.of(seat("B", 1, EARLY), seat("A", 1, NOON)))
                        .updated())
                .isEqualTo(2);
        assertThat(seats.readAll(keys)).extracting(seat -> seat.booked).containsExactly(NOON, EARLY);
        assertThat(seats.bulkUpsert(List.of(seat("A", 1, null), seat("A", 2, NOON)))
                        .inserted())
                .isEqualTo(1);
        assertThat(seats.upsert(d -> d.hall("A").number(2).opens(NOON), on -> on.update(p -> p.booked(null)))
                        .record()
                        .booked)
                .isNull();
        record SeatView(int number, Optional<OffsetDateTime> booked, String hall) {}
        assertThat(seats.list(q -> q.sort("hall", "number"), SeatView.class).records())
                .containsExactly(
                        new SeatView(1, Optional.empty(), "A"),
                        new SeatView(2, Optional.empty(), "A"),
                        new SeatView(1, Optional.of(EARLY), "B"));
    }

    @Test
    void aClassIsReachedByMaps() {
        Map<String, Object> created =
                df.node("SeatCreateNode").run(Map.of("hall", "A", "number", 1, "opens", NOON.toString()));
        assertThat(created).containsEntry("opens", NOON).containsEntry("booked", null);
        Map<String, Object> id = Map.of("hall", "A", "number", 1);
        assertThat(df.node("SeatReadNode").run(Map.of("id", id))).containsAllEntriesOf(created);
        assertThat(df.node("SeatUpdateNode").run(Map.of("filter", Map.of("id", id), "fields", Map.of("booked", EARLY))))
                .containsEntry("booked", EARLY);
        assertThat(df.node("SeatUpsertNode")
                        .run(Map.of("where", id, "create", Map.of("opens", NOON), "update", Map.of("opens", EARLY))))
                .containsEntry("created", false);
        assertThat(df.node("SeatDeleteNode").run(Map.of("id", id))).containsEntry("deleted", true);
    }

    @Test
    void aClassOfLombokIsReachedByTheKeysParts() {
        Booking first = bookings.create(new Booking(DAY, "red", 2, null));
        Booking second =
                bookings.create(d -> d.day(DAY).room("\uD83D\uDC18").guests(1).arrival(NOON));
        assertThat(bookings.read(DAY, "red")).contains(first);
        assertThat(bookings.readAll(List.of(BookingKey.of(second), BookingKey.of(first))))
                .containsExactly(second, first);
        assertThat(bookings.update(DAY, "red", p -> p.guests(3).arrival(EARLY)))
                .isEqualTo(new Booking(DAY, "red", 3, EARLY));
        assertThat(bookings.bulkUpdate(List.of(new Booking(DAY, "red", 4, NOON), second))
                        .updated())
                .isEqualTo(2);
        assertThat(bookings.bulkCreate(
                                List.of(first, new Booking(DAY, "blue", 9, null)),
                                o -> o.onConflict(Conflict.SKIP).returnIds())
                        .ids())
                .containsExactly(new BookingKey(DAY, "red"), new BookingKey(DAY, "blue"));
        assertThat(bookings.bulkUpsert(List.of(first)).updated()).isEqualTo(1);
        assertThat(bookings.list(q -> q.orderBy(BOOKING.ROOM)).records())
                .containsExactly(new Booking(DAY, "blue", 9, null), first, second);
        assertThat(df.node("BookingListNode").run(Map.of("filter", Map.of("day", "2026-02-28", "room", "red"))))
                .containsEntry("count", 1);
        assertThat(bookings.bulkDelete(q -> q.where(BOOKING.GUESTS.gt(1))).deleted())
                .isEqualTo(2);
        assertThat(bookings.delete(DAY, "\uD83D\uDC18")).isTrue();
    }

    @Test
    void partsOfAKeyMayBeConverted() {
        Grant first = grants.create(grant(ANN, 1, 10));
        Grant second = grants.create(d -> d.holder(BOB)
                .scope(new Scope(1))
                .currency(EURO)
                .limit(new Limit(20))
                .givenBy(ANN));
        assertSame(grants.read(ANN, new Scope(1), EURO).orElseThrow(), first);
        assertThat(grants.read(ANN, new Scope(2), EURO)).isEmpty();
        assertSame(grants.readAll(List.of(GrantKey.of(second), GrantKey.of(first))), List.of(second, first));
        assertThat(grants.update(
                                ANN,
                                new Scope(1),
                                EURO,
                                p -> p.limit(new Limit(-1)).givenBy(BOB))
                        .givenBy())
                .isEqualTo(BOB);
        assertThat(grants.update(second, p -> p.givenBy(null)).givenBy()).isNull();
        assertThatThrownBy(() -> grants.create(grant(ANN, 1, 0))).isInstanceOf(UniqueViolationException.class);

        assertThat(grants.bulkUpdate(List.of(grant(BOB, 1, 7), grant(ANN, 1, 8)))
                        .updated())
                .isEqualTo(2);
        assertThat(grants.bulkCreate(
                                List.of(grant(ANN, 1, 0), grant(ANN, 2, 9)),
                                o -> o.onConflict(Conflict.SKIP).returnIds())
                        .ids())
                .containsExactly(new GrantKey(ANN, new Scope(1), EURO), new GrantKey(ANN, new Scope(2), EURO));
        assertThat(grants.bulkUpsert(List.of(grant(ANN, 2, 5), grant(BOB, 3, 6), grant(ANN, 2, 4)))
                        .updated())
                .isEqualTo(2);
        assertThat(grants.list(q -> q.where(GRANT.HOLDER.eq(ANN).and(GRANT.LIMIT.gt(new Limit(3))))
                                .orderBy(GRANT.SCOPE))
                        .records())
                .extracting(Grant::limit)
                .containsExactly(new Limit(8), new Limit(4));
        assertThat(grants.upsert(
                                d -> d.holder(BOB)
                                        .scope(new Scope(3))
                                        .currency(EURO)
                                        .limit(new Limit(0)),
                                on -> on.update(p -> p.limit(new Limit(66))))
                        .record()
                        .limit())
                .isEqualTo(new Limit(66));
        assertThat(grants.delete(BOB, new Scope(3), EURO)).isTrue();
        assertThat(grants.bulkDelete(q -> q.where(GRANT.SCOPE.in(new Scope(1), new Scope(2)))
                                .limit(2))
                        .deleted())
                .isEqualTo(2);
        assertThat(grants.count()).isEqualTo(1);
    }

    @Test
    void convertedTypesAreReadIntoOtherRecords() {
        grants.create(grant(ANN, 1, 10));
        record GrantView(Limit limit, Optional<Holder> givenBy, Scope scope, Currency currency, Object holder) {}
        GrantView view = new GrantView(new Limit(10), Optional.empty(), new Scope(1), EURO, ANN);
        assertThat(grants.list(q -> {}, GrantView.class).records()).containsExactly(view);
        assertThat(grants.read(ANN, new Scope(1), EURO, GrantView.class)).contains(view);
        assertThat(grants.readAll(List.of(new GrantKey(ANN, new Scope(1), EURO)), GrantView.class))
                .containsExactly(view);
        Map<String, Object> id = Map.of("holder", ANN.value().toString(), "scope", "level-1", "currency", "EUR");
        assertThat(df.node("GrantReadNode").run(Map.of("id", id, "fields", List.of("limit", "scope"))))
                .containsEntry("limit", 10)
                .containsEntry("scope", "level-1");
        assertThat(df.node("GrantDeleteNode").run(Map.of("id", id)).get("id")).isEqualTo(id(ANN));
    }

    private static Map<String, Object> id(Holder holder) {
        return Map.of("holder", holder.value(), "scope", "level-1", "currency", "EUR");
    }
}
