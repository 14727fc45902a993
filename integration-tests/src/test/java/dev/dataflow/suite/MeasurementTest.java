package dev.dataflow.suite;

import static dev.dataflow.suite.MeasurementTable.MEASUREMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.UniqueViolationException;
import dev.dataflow.query.BulkQuery;
import dev.dataflow.testing.TestDatabase;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whole numbers of many digits and durations: exact on every path. */
class MeasurementTest extends EngineSuite {

    private static final BigInteger MOST = BigInteger.TEN.pow(38).subtract(BigInteger.ONE);
    private static final Duration LONGEST = Duration.of(Long.MAX_VALUE, java.time.temporal.ChronoUnit.MICROS);
    private static final Duration LEAST = Duration.of(Long.MIN_VALUE, java.time.temporal.ChronoUnit.MICROS);

    /** In ascending order of each column. */
    private static final List<Measurement> ROWS = List.of(
            row(1, MOST.negate(), LEAST, null, null),
            row(2, new BigInteger("-10"), Duration.ofNanos(-1_000), MOST.negate(), LEAST),
            row(3, new BigInteger("-9"), Duration.ZERO, BigInteger.ONE.negate(), Duration.ofNanos(-1_000)),
            row(4, BigInteger.ZERO, Duration.ofNanos(999_999_000), BigInteger.ZERO, Duration.ofDays(1)),
            row(5, new BigInteger("9"), Duration.ofDays(400), BigInteger.TEN, Duration.ofDays(2)),
            row(6, MOST, LONGEST, MOST, LONGEST));

    private final MeasurementNodes nodes = MeasurementNodes.on(df);

    MeasurementTest(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void noMeasurements() {
        nodes.bulkDelete(BulkQuery::confirmed);
        STATEMENTS.clear();
    }

    @Test
    void everyWriteStoresWhatIsRead() {
        for (Measurement row : ROWS) {
            Measurement created = nodes.create(row);
            assertStored(created, row);
            Map<String, Object> read = new MeasurementReadNode(df).run(Map.of("id", created.id()));
            assertThat(read)
                    .containsEntry("count", row.count())
                    .containsEntry("elapsed", row.elapsed())
                    .containsEntry("maybe_elapsed", row.maybeElapsed());
            nodes.delete(created.id());

            Map<String, Object> given = new java.util.HashMap<>(read);
            given.keySet().removeAll(List.of("id", "found", "created_at", "updated_at"));
            given.put("count", row.count().toString());
            given.put("elapsed", row.elapsed().toString());
            UUID id = (UUID) new MeasurementCreateNode(df).run(given).get("id");
            assertStored(nodes.read(id).orElseThrow(), row);
            nodes.delete(id);
        }
    }

    @Test
    void everyChangeStoresWhatIsRead() {
        Measurement base = nodes.create(row(1, BigInteger.ONE, Duration.ZERO, BigInteger.ONE, Duration.ZERO));
        for (Measurement to : ROWS) {
            Measurement changed = nodes.update(
                    base.id(),
                    p -> p.count(to.count())
                            .set(MEASUREMENT.ELAPSED, to.elapsed())
                            .maybeCount(to.maybeCount())
                            .set(MEASUREMENT.MAYBE_ELAPSED, to.maybeElapsed()));
            assertStored(changed, with(to, base));
            nodes.update(base.id(), p -> p.count(BigInteger.TWO).setNull(MEASUREMENT.MAYBE_ELAPSED));
            assertThat(nodes.bulkUpdate(List.of(with(to, base))).updated()).isEqualTo(1);
            assertStored(nodes.read(base.id()).orElseThrow(), with(to, base));
            nodes.bulkUpdate(BulkQuery::confirmed, p -> p.count(BigInteger.TWO).elapsed(Duration.ofNanos(-1)));
            assertThat(nodes.read(base.id()).orElseThrow().elapsed()).isEqualTo(Duration.ofNanos(-1_000));
            nodes.bulkUpdate(BulkQuery::confirmed, p -> p.count(to.count()).elapsed(to.elapsed()));
            assertStored(nodes.read(base.id()).orElseThrow(), with(to, base));
        }
    }

    @Test
    void upsertAndBulkStoreWhatIsRead() {
        nodes.bulkCreate(ROWS);
        assertThat(sorted())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
                .isEqualTo(ROWS);
        List<Measurement> reversed = Stream.iterate(5, i -> i >= 0, i -> i - 1)
                .map(i -> withSerial(ROWS.get(i), ROWS.get(5 - i).serial()))
                .toList();
        assertThat(nodes.bulkUpsert(reversed, o -> o.conflictOn(MEASUREMENT.SERIAL))
                        .updated())
                .isEqualTo(6);
        assertThat(sorted())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
                .isEqualTo(reversed);
        for (Measurement row : ROWS) {
            assertThat(nodes.upsert(
                                    d -> d.serial(row.serial())
                                            .count(row.count())
                                            .elapsed(row.elapsed())
                                            .maybeCount(row.maybeCount())
                                            .maybeElapsed(row.maybeElapsed()),
                                    on -> on.conflictOn(MEASUREMENT.SERIAL))
                            .created())
                    .isFalse();
        }
        assertThat(sorted())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
                .isEqualTo(ROWS);
        assertThatThrownBy(() -> nodes.create(ROWS.get(0))).isInstanceOf(UniqueViolationException.class);
    }

    @Test
    void filtersAndOrdersAreThoseOfTheValues() {
        nodes.bulkCreate(ROWS);
        for (String field : List.of("serial", "count", "elapsed", "maybe_count", "maybe_elapsed")) {
            assertThat(nodes.list(q -> q.sort(field)).records())
                    .as(field)
                    .extracting(m -> m.serial().intValue())
                    .containsExactly(1, 2, 3, 4, 5, 6);
            assertThat(nodes.list(q -> q.sort("-" + field)).records())
                    .as(field)
                    .extracting(m -> m.serial().intValue())
                    .containsExactly(6, 5, 4, 3, 2, 1);
        }
        for (Measurement row : ROWS) {
            assertThat(serials(MEASUREMENT.COUNT.eq(row.count()))).containsExactly(serial(row));
            assertThat(serials(MEASUREMENT.ELAPSED.eq(row.elapsed()))).containsExactly(serial(row));
            assertThat(serials(MEASUREMENT.COUNT.gt(row.count()))).containsExactlyElementsOf(rest(serial(row)));
            assertThat(serials(MEASUREMENT.ELAPSED.gt(row.elapsed()))).containsExactlyElementsOf(rest(serial(row)));
            assertThat(nodes.count(q -> q.filter(Map.of("count", row.count(), "elapsed", row.elapsed()))))
                    .isEqualTo(1);
            assertThat(nodes.count(q -> q.filter(Map.of(
                            "count",
                            row.count().toString(),
                            "elapsed",
                            row.elapsed().toString()))))
                    .isEqualTo(1);
        }
        assertThat(serials(MEASUREMENT.ELAPSED.between(Duration.ofNanos(-1_000), Duration.ofDays(1))))
                .containsExactly(2, 3, 4);
        assertThat(serials(MEASUREMENT.COUNT.in(MOST, BigInteger.ZERO, BigInteger.TWO)))
                .containsExactly(4, 6);
        assertThat(serials(MEASUREMENT.ELAPSED.eq(DSL.inline(LONGEST, MEASUREMENT.ELAPSED))))
                .containsExactly(6);
        assertThat(serials(MEASUREMENT.COUNT.eq(DSL.inline(MOST.negate(), MEASUREMENT.COUNT))))
                .containsExactly(1);
        assertThat(serials(MEASUREMENT.COUNT.eq(MEASUREMENT.MAYBE_COUNT))).containsExactly(4, 6);
        assertThat(serials(MEASUREMENT.ELAPSED.gt(MEASUREMENT.MAYBE_ELAPSED))).containsExactly(2, 3, 5);
        // digits the column could never hold are compared, not cut
        assertThat(serials(MEASUREMENT.COUNT.lt(MOST.multiply(BigInteger.TEN)))).hasSize(6);
    }

    @Test
    void durationsAreFlooredInFiltersToo() {
        nodes.create(row(1, BigInteger.ONE, Duration.ofNanos(-1), null, null));
        nodes.create(row(2, BigInteger.ONE, Duration.ofNanos(1_999), null, null));
        assertThat(nodes.list(q -> q.sort("serial")).records())
                .extracting(Measurement::elapsed)
                .containsExactly(Duration.ofNanos(-1_000), Duration.ofNanos(1_000));
        assertThat(serials(MEASUREMENT.ELAPSED.eq(Duration.ofNanos(-999)))).containsExactly(1);
        assertThat(serials(MEASUREMENT.ELAPSED.eq(Duration.ofNanos(1_001)))).containsExactly(2);
        assertThat(nodes.count(q -> q.filter(Map.of("elapsed", Duration.ofNanos(-1)))))
                .isEqualTo(1);
        assertThat(nodes.count(q -> q.filter(Map.of("elapsed", "-PT0.000000001S"))))
                .isEqualTo(1);
    }

    @Test
    void defaultsAreTheSameInTheDatabase() {
        Measurement row =
                nodes.create(d -> d.serial(BigInteger.ONE).count(BigInteger.ONE).elapsed(Duration.ZERO));
        df.dsl()
                .update(MEASUREMENT)
                .set(MEASUREMENT.TOTAL, DSL.defaultValue(MEASUREMENT.TOTAL))
                .set(MEASUREMENT.DELAY, DSL.defaultValue(MEASUREMENT.DELAY));
        assertThat(row.total()).isEqualTo(new BigInteger("-12345678901234567890"));
        assertThat(row.delay()).isEqualTo(Duration.ofNanos(-1_000));
        df.dsl()
                .insertInto(MEASUREMENT)
                .columns(
                        MEASUREMENT.ID,
                        MEASUREMENT.SERIAL,
                        MEASUREMENT.COUNT,
                        MEASUREMENT.ELAPSED,
                        MEASUREMENT.CREATED_AT,
                        MEASUREMENT.UPDATED_AT)
                .values(
                        UUID.randomUUID(),
                        BigInteger.TWO,
                        BigInteger.ONE,
                        Duration.ZERO,
                        java.time.Instant.EPOCH,
                        java.time.Instant.EPOCH)
                .execute();
        assertThat(nodes.list(q -> q.sort("serial")).records().get(1))
                .usingRecursiveComparison()
                .ignoringFields("id", "serial")
                .isEqualTo(row);
    }

    @Test
    void whatTheColumnCannotHoldIsRefusedBeforeAnyStatement() {
        BigInteger over = MOST.add(BigInteger.ONE);
        refused(() -> nodes.create(row(1, over, Duration.ZERO, null, null)));
        refused(() -> nodes.create(row(1, over.negate(), Duration.ZERO, null, null)));
        refused(() -> nodes.create(
                d -> d.serial(BigInteger.TEN.pow(20)).count(BigInteger.ONE).elapsed(LEAST)));
        refused(() -> nodes.create(row(1, BigInteger.ONE, LONGEST.plusNanos(1_000), null, null)));
        refused(() -> nodes.create(row(1, BigInteger.ONE, LEAST.minusNanos(1), null, null)));
        refused(() -> nodes.create(row(1, BigInteger.ONE, Duration.ofSeconds(Long.MIN_VALUE), null, null)));
        refused(() -> nodes.create(row(1, BigInteger.ONE, Duration.ofSeconds(Long.MAX_VALUE), null, null)));
        refused(() -> nodes.update(UUID.randomUUID(), p -> p.elapsed(LONGEST.plusSeconds(1))));
        refused(() -> nodes.update(UUID.randomUUID(), p -> p.count(over)));
        refused(() -> nodes.count(q -> q.where(MEASUREMENT.ELAPSED.lt(Duration.ofSeconds(Long.MAX_VALUE)))));
        refused(() -> nodes.count(q -> q.filter(Map.of("count", new BigDecimal("1.5")))));
        refused(() -> nodes.count(q -> q.filter(Map.of("count", new BigDecimal("1E+1000000000")))));
        refused(() -> nodes.count(q -> q.filter(Map.of("count", "1.0"))));
        refused(() -> nodes.count(q -> q.filter(Map.of("elapsed", 5))));
        refused(() -> nodes.count(q -> q.filter(Map.of("elapsed", "5 minutes"))));
        assertThat(nodes.create(row(1, BigInteger.ONE, LONGEST.plusNanos(999), null, null))
                        .elapsed())
                .isEqualTo(LONGEST);
    }

    @Test
    void expressionsAreExactOrRefused() {
        nodes.create(row(1, MOST.subtract(BigInteger.ONE), Duration.ofSeconds(5), BigInteger.ONE, null));
        nodes.bulkUpdate(
                BulkQuery::confirmed,
                p -> p.setExpression(MEASUREMENT.COUNT, MEASUREMENT.COUNT.add(MEASUREMENT.MAYBE_COUNT)));
        assertThat(nodes.list().records().get(0).count()).isEqualTo(MOST);
        assertThatThrownBy(() -> nodes.bulkUpdate(
                        BulkQuery::confirmed, p -> p.setExpression(MEASUREMENT.COUNT, MEASUREMENT.COUNT.add(1))))
                .isInstanceOfSatisfying(
                        DataFlowException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.VALUE_OUT_OF_RANGE));
        nodes.bulkUpdate(
                BulkQuery::confirmed,
                p -> p.setExpression(MEASUREMENT.MAYBE_ELAPSED, MEASUREMENT.ELAPSED)
                        .setExpression(MEASUREMENT.DELAY, DSL.val(Duration.ofMinutes(-1))));
        assertThat(nodes.list().records().get(0).maybeElapsed()).isEqualTo(Duration.ofSeconds(5));
        assertThat(nodes.list().records().get(0).delay()).isEqualTo(Duration.ofMinutes(-1));
        STATEMENTS.clear();
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> nodes.bulkUpdate(
                        BulkQuery::confirmed,
                        p -> p.setExpression(MEASUREMENT.ELAPSED, MEASUREMENT.ELAPSED.add(MEASUREMENT.DELAY))),
                () -> nodes.count(
                        q -> q.where(MEASUREMENT.ELAPSED.add(MEASUREMENT.DELAY).gt(Duration.ZERO))))) {
            assertThatThrownBy(call)
                    .isInstanceOfSatisfying(
                            DataFlowException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.EXPRESSION_INEXACT));
        }
        assertThat(STATEMENTS).isEmpty();
    }

    @Test
    void valuesOfOtherTypesInExpressionsAreRefused() {
        refused(() -> nodes.bulkUpdate(
                BulkQuery::confirmed, p -> p.setExpression(MEASUREMENT.ELAPSED, MEASUREMENT.ELAPSED.add(1))));
        refused(() -> nodes.count(q -> q.where(MEASUREMENT.COUNT.add(1.5).gt(BigInteger.ONE))));
        assertThatThrownBy(() -> MEASUREMENT.ELAPSED.mul(2))
                .hasMessage(
                        "[DF-102] a value in an expression over a column of DURATION(Duration) is of type Long where"
                                + " an ISO 8601 duration such as PT1H30M is needed\n"
                                + "  why: jOOQ takes what stands beside a column for a value of its type\n"
                                + "  fix: give a Duration; or read, compute in Java and write with modify");
    }

    private void refused(ThrowingCallable call) {
        STATEMENTS.clear();
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        DataFlowException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TYPE_MISMATCH));
        assertThat(STATEMENTS).isEmpty();
    }

    private void assertStored(Measurement stored, Measurement given) {
        assertThat(stored).usingRecursiveComparison().ignoringFields("id").isEqualTo(given);
        assertThat(nodes.read(stored.id())).contains(stored);
    }

    private List<Measurement> sorted() {
        return nodes.list(q -> q.orderBy(MEASUREMENT.SERIAL)).records();
    }

    private List<Integer> serials(Condition condition) {
        return nodes.list(q -> q.where(condition).orderBy(MEASUREMENT.SERIAL)).records().stream()
                .map(MeasurementTest::serial)
                .toList();
    }

    private static int serial(Measurement row) {
        return row.serial().intValueExact();
    }

    private static List<Integer> rest(int after) {
        return Stream.iterate(after + 1, i -> i <= 6, i -> i + 1).toList();
    }

    private static Measurement row(
            long serial, BigInteger count, Duration elapsed, BigInteger maybeCount, Duration maybeElapsed) {
        return new Measurement(
                null,
                BigInteger.valueOf(serial),
                count,
                elapsed,
                new BigInteger("-12345678901234567890"),
                Duration.ofNanos(-1_000),
                new BigDecimal("0E-10"),
                maybeCount,
                maybeElapsed);
    }

    private static Measurement with(Measurement values, Measurement key) {
        return new Measurement(
                key.id(),
                key.serial(),
                values.count(),
                values.elapsed(),
                values.total(),
                values.delay(),
                values.share(),
                values.maybeCount(),
                values.maybeElapsed());
    }

    private static Measurement withSerial(Measurement values, BigInteger serial) {
        return new Measurement(
                null,
                serial,
                values.count(),
                values.elapsed(),
                values.total(),
                values.delay(),
                values.share(),
                values.maybeCount(),
                values.maybeElapsed());
    }
}
