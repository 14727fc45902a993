package dev.dataflow.suite;

import static dev.dataflow.suite.MeetingTable.MEETING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.UniqueViolationException;
import dev.dataflow.node.BulkResult;
import dev.dataflow.node.Upserted;
import dev.dataflow.query.BulkQuery;
import dev.dataflow.testing.TestDatabase;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An {@code OffsetDateTime} is one field in two columns: compared by the instant, given back at its offset. */
class MeetingTest extends EngineSuite {

    private static final OffsetDateTime DUE = OffsetDateTime.parse("2026-01-31T12:00:00.5+02:00");

    /** In ascending order of the instant; the local times are in another. */
    private static final List<OffsetDateTime> TIMES = List.of(
            OffsetDateTime.parse("0001-01-01T18:00:00+18:00"),
            OffsetDateTime.parse("1883-11-18T12:03:57.999999-04:56:02"),
            OffsetDateTime.parse("1969-12-31T23:59:59.999999Z"),
            OffsetDateTime.parse("2026-06-01T23:00:00.000001+14:00"),
            OffsetDateTime.parse("2026-06-01T09:00:00.000002Z"),
            OffsetDateTime.parse("2026-06-01T01:00:00.000003-08:00"),
            OffsetDateTime.parse("9999-12-31T05:59:59.999999-18:00"));

    private final MeetingNodes nodes = MeetingNodes.on(df);

    MeetingTest(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void noMeetings() {
        nodes.bulkDelete(BulkQuery::confirmed);
        STATEMENTS.clear();
    }

    @Test
    void everyWriteStoresInstantAndOffset() {
        for (OffsetDateTime time : TIMES) {
            Meeting created = nodes.create(meeting(time, "a", time, 1));
            assertStored(created, time, time);
            nodes.delete(created.id());

            Map<String, Object> output = new MeetingCreateNode(df)
                    .run(Map.of("at", time.toString(), "room", "b", "until", time, "seats", 2));
            assertThat(output)
                    .containsEntry("at", time)
                    .containsEntry("end", time)
                    .containsEntry("due", DUE)
                    .containsEntry("seats", 2)
                    .doesNotContainKeys("at_offset", "end_offset");
            Map<String, Object> read = new MeetingReadNode(df).run(Map.of("id", output.get("id")));
            assertThat(read).containsAllEntriesOf(output).containsEntry("found", true);

            Map<String, Object> updated = new MeetingUpdateNode(df)
                    .run(Map.of(
                            "filter",
                            Map.of("id", output.get("id")),
                            "fields",
                            Map.of("at", time.withOffsetSameInstant(ZoneOffset.ofHours(3)), "room", "c")));
            assertThat(updated)
                    .containsEntry("at", time.withOffsetSameInstant(ZoneOffset.ofHours(3)))
                    .containsEntry("end", time)
                    .containsEntry("room", "c");
            nodes.delete((Long) output.get("id"));
        }
    }

    @Test
    void everyChangeStoresInstantAndOffset() {
        Meeting row = nodes.create(meeting(DUE, "a", null, 1));
        assertStored(row, DUE, null);
        for (OffsetDateTime time : TIMES) {
            assertStored(nodes.update(row.id(), p -> p.at(time).until(time)), time, time);
            assertStored(nodes.update(row, p -> p.setNull(MEETING.UNTIL).set(MEETING.AT, DUE)), DUE, null);
            assertThat(offsets("end_offset")).containsExactly((Integer) null);
            nodes.bulkUpdate(BulkQuery::confirmed, p -> p.at(time).until(time));
            assertStored(nodes.read(row.id()).orElseThrow(), time, time);
            nodes.bulkUpdate(List.of(new Meeting(row.id(), DUE, "a", null, time, 9)));
            assertStored(nodes.read(row.id()).orElseThrow(), DUE, null);
            nodes.modify(row.id(), (old, p) -> p.at(time).until(old.at()));
            assertStored(nodes.read(row.id()).orElseThrow(), time, DUE);
        }
    }

    @Test
    void theSameInstantAtAnotherOffsetIsAChange() {
        Meeting row = nodes.create(meeting(DUE, "a", DUE, 1));
        OffsetDateTime other = DUE.withOffsetSameInstant(ZoneOffset.ofHoursMinutes(5, 30));
        assertThat(nodes.update(row.id(), p -> p.at(other)).at()).isEqualTo(other);
        assertThat(nodes.read(row.id()).orElseThrow().at().getOffset()).isEqualTo(other.getOffset());
    }

    @Test
    void bulkStoresInstantAndOffset() {
        List<Meeting> rows = TIMES.stream()
                .map(time -> meeting(time, "a", time.getYear() == 2026 ? time : null, 1))
                .toList();
        List<Long> ids = nodes.bulkCreate(rows, o -> o.returnIds()).ids();
        for (int i = 0; i < rows.size(); i++) {
            assertStored(
                    nodes.read(ids.get(i)).orElseThrow(),
                    TIMES.get(i),
                    rows.get(i).until());
        }
        List<Meeting> swapped = java.util.stream.IntStream.range(0, rows.size())
                .mapToObj(i -> new Meeting(ids.get(i), TIMES.get(i), "b", TIMES.get(6 - i), DUE, 2))
                .toList();
        assertThat(nodes.bulkUpdate(swapped).updated()).isEqualTo(7);
        for (int i = 0; i < rows.size(); i++) {
            assertStored(nodes.read(ids.get(i)).orElseThrow(), TIMES.get(i), TIMES.get(6 - i));
        }
        new MeetingBulkUpdateNode(df)
                .run(Map.of("data", List.of(Map.of("id", ids.get(0), "until", "2026-06-01T09:00:00-01:00"))));
        assertThat(nodes.read(ids.get(0)).orElseThrow().until())
                .isEqualTo(OffsetDateTime.parse("2026-06-01T09:00:00-01:00"));
    }

    @Test
    void upsertsMeetTheInstantAndTakeTheOffset() {
        OffsetDateTime elsewhere = DUE.withOffsetSameInstant(ZoneOffset.ofHours(-7));
        Meeting row = nodes.create(meeting(DUE, "a", DUE, 1));
        Upserted<Meeting> upserted =
                nodes.upsert(d -> d.at(elsewhere).room("b").seats(2), on -> on.conflictOn(MEETING.AT));
        assertThat(upserted.created()).isFalse();
        assertThat(upserted.record().id()).isEqualTo(row.id());
        assertStored(upserted.record(), elsewhere, DUE);
        assertThatThrownBy(() -> nodes.create(meeting(DUE.plusNanos(999), "c", null, 1)))
                .isInstanceOfSatisfying(
                        UniqueViolationException.class,
                        e -> assertThat(e.fields()).containsExactly("at"));

        // two rows with one instant are one, and the last wins
        OffsetDateTime west = DUE.withOffsetSameInstant(ZoneOffset.ofHours(-3));
        BulkResult<Long> result = nodes.bulkUpsert(
                List.of(meeting(TIMES.get(3), "d", null, 1), meeting(DUE, "e", null, 2), meeting(west, "f", west, 3)),
                o -> o.conflictOn(MEETING.AT));
        assertThat(List.of(result.processed(), result.inserted(), result.updated()))
                .containsExactly(3L, 1L, 2L);
        assertThat(nodes.list(q -> q.orderBy(MEETING.AT)).records())
                .extracting(Meeting::room)
                .containsExactly("f", "d");
        // the key was met, so it is left as it is
        assertStored(nodes.read(row.id()).orElseThrow(), elsewhere, west);
        BulkResult<Long> skipped = nodes.bulkCreate(
                List.of(meeting(west, "g", null, 1), meeting(TIMES.get(0), "h", TIMES.get(0), 1)),
                o -> o.onConflict(dev.dataflow.node.Conflict.SKIP)
                        .conflictOn(MEETING.AT)
                        .returnIds());
        assertThat(skipped.skipped()).isEqualTo(1);
        assertThat(skipped.ids().get(0)).isEqualTo(row.id());
        assertStored(nodes.read(skipped.ids().get(1)).orElseThrow(), TIMES.get(0), TIMES.get(0));
    }

    @Test
    void filtersAndOrdersAreByTheInstant() {
        nodes.bulkCreate(TIMES.stream().map(time -> meeting(time, "a", time, 1)).toList());
        assertThat(nodes.list(q -> q.sort("at")).records())
                .extracting(Meeting::at)
                .usingElementComparator((a, b) -> a.equals(b) ? 0 : 1)
                .containsExactlyElementsOf(TIMES);
        assertThat(nodes.list(q -> q.orderBy(MEETING.UNTIL.desc()))
                        .records()
                        .get(0)
                        .until())
                .isEqualTo(TIMES.get(6));
        for (OffsetDateTime time : TIMES) {
            OffsetDateTime elsewhere =
                    time.withOffsetSameInstant(ZoneOffset.ofHours(1)).plusNanos(999);
            assertThat(found(MEETING.AT.eq(elsewhere))).containsExactly(time);
            assertThat(found(MEETING.AT.in(elsewhere, DUE))).containsExactly(time);
            assertThat(found(MEETING.AT.eq(DSL.inline(elsewhere, MEETING.AT)))).containsExactly(time);
            assertThat(found(MEETING.UNTIL.ge(elsewhere)).get(0)).isEqualTo(time);
            assertThat(nodes.count(q -> q.filter(Map.of("at", elsewhere, "end", elsewhere.toString()))))
                    .isEqualTo(1);
        }
        assertThat(found(MEETING.AT.between(TIMES.get(1), TIMES.get(3)))).hasSize(3);
        assertThat(found(MEETING.AT.eq(MEETING.UNTIL))).hasSize(7);
        assertThat(nodes.count(q -> q.where(MEETING.UNTIL.isNull()))).isZero();
        assertThat(nodes.readAll(
                        nodes.list().records().stream().map(Meeting::id).toList()))
                .hasSize(7);
    }

    @Test
    void expressionsHaveAnOffsetOrAreRefused() {
        Meeting row = nodes.create(meeting(TIMES.get(1), "a", TIMES.get(5), 1));
        OffsetDateTime value = TIMES.get(3);
        nodes.bulkUpdate(
                BulkQuery::confirmed,
                p -> p.setExpression(MEETING.AT, MEETING.UNTIL)
                        .setExpression(MEETING.UNTIL, MEETING.AT)
                        .setExpression(MEETING.DUE, DSL.val(value)));
        Meeting swapped = nodes.read(row.id()).orElseThrow();
        assertStored(swapped, TIMES.get(5), TIMES.get(1));
        assertThat(swapped.due()).isEqualTo(value);
        nodes.update(row.id(), p -> p.setExpression(MEETING.UNTIL, DSL.val((OffsetDateTime) null, MEETING.UNTIL)));
        assertThat(nodes.read(row.id()).orElseThrow().until()).isNull();
        STATEMENTS.clear();
        refused(
                ErrorCode.EXPRESSION_WITHOUT_OFFSET,
                () -> nodes.update(row.id(), p -> p.setExpression(MEETING.AT, DSL.currentOffsetDateTime())));
        refused(
                ErrorCode.EXPRESSION_WITHOUT_OFFSET,
                () -> nodes.bulkUpdate(
                        BulkQuery::confirmed,
                        p -> p.setExpression(MEETING.AT, DSL.coalesce(MEETING.UNTIL, MEETING.AT))));
        refused(ErrorCode.NAME_UNKNOWN, () -> nodes.update(row.id(), p -> p.set(column("at_offset"), 5)));
    }

    @Test
    void theOffsetIsNoFieldOfItsOwn() {
        Meeting row = nodes.create(meeting(DUE, "a", null, 1));
        STATEMENTS.clear();
        refused(ErrorCode.NAME_UNKNOWN, () -> nodes.count(q -> q.filter(Map.of("at_offset", 7200))));
        refused(ErrorCode.NAME_UNKNOWN, () -> nodes.list(q -> q.sort("at_offset")));
        refused(
                ErrorCode.NAME_UNKNOWN,
                () -> new MeetingUpdateNode(df)
                        .run(Map.of("filter", Map.of("id", row.id()), "fields", Map.of("at_offset", 0))));
        // plain jOOQ sees both columns, and conditions may use the second
        assertThat(nodes.count(q -> q.where(column("at_offset").eq(7200)))).isEqualTo(1);
        var plain = df.dsl().selectFrom(MEETING).fetchSingle();
        assertThat(plain.get(MEETING.AT)).isEqualTo(DUE.withOffsetSameInstant(ZoneOffset.UTC));
        assertThat(plain.get("at_offset", Integer.class)).isEqualTo(7200);
    }

    @Test
    void whatCannotBeHeldIsRefusedBeforeAnyStatement() {
        refused(
                ErrorCode.TYPE_MISMATCH,
                () -> nodes.create(meeting(OffsetDateTime.parse("0001-01-01T00:00:00+01:00"), "a", null, 1)));
        refused(
                ErrorCode.TYPE_MISMATCH,
                () -> nodes.create(meeting(OffsetDateTime.parse("9999-12-31T23:59:59-01:00"), "a", null, 1)));
        refused(ErrorCode.TYPE_MISMATCH, () -> nodes.create(meeting(OffsetDateTime.MAX, "a", null, 1)));
        refused(ErrorCode.TYPE_MISMATCH, () -> nodes.update(1L, p -> p.until(OffsetDateTime.MIN)));
        refused(ErrorCode.TYPE_MISMATCH, () -> nodes.count(q -> q.filter(Map.of("at", "2026-01-31T12:00:00"))));
        refused(ErrorCode.TYPE_MISMATCH, () -> nodes.count(q -> q.filter(Map.of("at", Instant.EPOCH))));
    }

    @Test
    void theDatabaseKeepsBothColumnsTogether() {
        Meeting row = nodes.create(d -> d.at(DUE).room("a").seats(1));
        assertThat(row.due()).isEqualTo(DUE);
        df.dsl()
                .insertInto(MEETING)
                .columns(
                        MEETING.AT,
                        column("at_offset"),
                        MEETING.ROOM,
                        MEETING.SEATS,
                        MEETING.CREATED_AT,
                        MEETING.UPDATED_AT)
                .values(TIMES.get(4), 0, "b", 1, Instant.EPOCH, Instant.EPOCH)
                .execute();
        assertThat(nodes.list(q -> q.where(MEETING.ROOM.eq("b")))
                        .records()
                        .get(0)
                        .due())
                .isEqualTo(DUE);
        for (String wrong : List.of("at_offset = 64801", "end_offset = 0")) {
            assertThatThrownBy(() -> df.dsl().execute("update meetings set " + wrong))
                    .as(wrong)
                    .isInstanceOf(RuntimeException.class);
        }
    }

    private void refused(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        DataFlowException.class, e -> assertThat(e.code()).isEqualTo(code));
        assertThat(STATEMENTS).isEmpty();
    }

    private void assertStored(Meeting stored, OffsetDateTime at, OffsetDateTime until) {
        // as OffsetDateTime.equals has it: the instant and the offset
        assertThat(at.equals(stored.at())).as("%s is %s", stored.at(), at).isTrue();
        assertThat(java.util.Objects.equals(stored.until(), until))
                .as("%s is %s", stored.until(), until)
                .isTrue();
        assertThat(nodes.read(stored.id())).contains(stored);
        assertThat(nodes.list(q -> q.where(MEETING.ID.eq(stored.id()))).records())
                .containsExactly(stored);
    }

    private List<OffsetDateTime> found(Condition condition) {
        return nodes.list(q -> q.where(condition).orderBy(MEETING.AT)).records().stream()
                .map(Meeting::at)
                .toList();
    }

    private static List<Integer> offsets(String column) {
        return df.dsl().select(column(column)).from(MEETING).fetch(column(column));
    }

    @SuppressWarnings("unchecked") // offsets are integers
    private static org.jooq.TableField<org.jooq.Record, Integer> column(String name) {
        return (org.jooq.TableField<org.jooq.Record, Integer>) MEETING.field(name);
    }

    private static Meeting meeting(OffsetDateTime at, String room, OffsetDateTime until, int seats) {
        return new Meeting(null, at, room, until, DUE, seats);
    }
}
