package dev.dataflow.suite;

import static dev.dataflow.suite.ExtremeTable.EXTREME;
import static dev.dataflow.suite.ReadingTable.READING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.query.AggregateFunction;
import dev.dataflow.query.AggregateQuery;
import dev.dataflow.query.BulkQuery;
import dev.dataflow.query.Group;
import dev.dataflow.testing.TestDatabase;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is computed of groups is exact, at the limits of every type, or refused. */
class AggregateValuesTest extends EngineSuite {

    private static final List<String> SUMMED =
            List.of("int8", "int16", "int32", "int64", "whole", "fine", "digit", "big");

    private final ExtremeNodes nodes = ExtremeNodes.on(df);

    AggregateValuesTest(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void nothing() {
        nodes.bulkDelete(BulkQuery::confirmed);
    }

    @Test
    void extremesAreExact() {
        ExtremeValues.ascending().forEach((field, values) -> {
            nodes.bulkDelete(BulkQuery::confirmed);
            for (int i = 0; i < values.size(); i++) {
                new ExtremeCreateNode(df).run(Map.of("code", "c" + i, field, values.get(i)));
            }
            if (SUMMED.contains(field)) {
                sums(
                        field,
                        values.stream()
                                .map(value -> new BigDecimal(value.toString()))
                                .toList());
            }
            if (!List.of("bytes", "uuid").contains(field)) {
                smallestAndLargest(field, values);
            }
            List<Group> groups =
                    nodes.aggregate(q -> q.groupBy(field).count("n").having("n", h -> h.eq(1)));
            assertThat(groups).as(field).hasSameSizeAs(values);
            for (int i = 0; i < values.size(); i++) {
                assertSame(field, groups.get(i).toMap().get(field), values.get(i));
            }
        });
    }

    private static void sums(String field, List<BigDecimal> values) {
        BigDecimal expected = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        Group group = new ExtremeAggregateNode(df)
                .aggregate(q -> q.compute("sum", AggregateFunction.SUM, field))
                .get(0);
        assertThat(group.decimal("sum")).as(field).isEqualByComparingTo(expected);
        Consumer<AggregateQuery> average = q -> q.compute("mean", AggregateFunction.AVG, field);
        if (field.equals("fine")) {
            assertThatThrownBy(() -> new ExtremeAggregateNode(df).aggregate(average))
                    .hasMessageContaining("DF-140");
            return;
        }
        assertThat(new ExtremeAggregateNode(df).aggregate(average).get(0).decimal("mean"))
                .as(field)
                .isEqualTo(expected.divide(BigDecimal.valueOf(values.size()), 4, RoundingMode.HALF_UP));
    }

    private static void smallestAndLargest(String field, List<Object> values) {
        Map<String, Object> found = new ExtremeAggregateNode(df)
                .aggregate(q ->
                        q.compute("least", AggregateFunction.MIN, field).compute("most", AggregateFunction.MAX, field))
                .get(0)
                .toMap();
        assertSame(field, found.get("least"), values.get(0));
        assertSame(field, found.get("most"), values.get(values.size() - 1));
    }

    private static void assertSame(String field, Object found, Object expected) {
        if (expected instanceof BigDecimal decimal) {
            assertThat((BigDecimal) found).as(field).isEqualByComparingTo(decimal);
        } else if (expected instanceof OffsetDateTime time) {
            assertThat(found).as(field).isEqualTo(time.withOffsetSameInstant(ZoneOffset.UTC));
        } else {
            assertThat(found).as(field).isEqualTo(expected);
        }
    }

    @Test
    void doublesThatOverflowAreRefused() {
        doubles(-Double.MAX_VALUE, -Double.MAX_VALUE);
        refused(q -> q.sum("x", EXTREME.FLOAT64));
        refused(q -> q.groupBy(EXTREME.DATE).sum("x", EXTREME.FLOAT64).having("x", h -> h.lt(0)));
        refused(q -> q.avg("x", EXTREME.FLOAT64));
        for (double least : List.of(-1e200, -Double.MAX_VALUE, -0.5)) {
            doubles(least, -least / 2);
            Group group = nodes.aggregate(q -> q.sum("x", EXTREME.FLOAT64).avg("y", EXTREME.FLOAT64))
                    .get(0);
            assertThat(group.toMap()).isEqualTo(Map.of("x", least / 2, "y", least / 4));
        }
    }

    private void doubles(double... values) {
        nodes.bulkDelete(BulkQuery::confirmed);
        for (int i = 0; i < values.length; i++) {
            double value = values[i];
            String code = "c" + i;
            nodes.create(d -> d.code(code).float64(value));
        }
    }

    private void refused(Consumer<AggregateQuery> query) {
        assertThatThrownBy(() -> nodes.aggregate(query)).hasMessageContaining("DF-407");
    }

    @Test
    void typesOfSums() {
        nodes.create(d -> d.code("a")
                .int8((byte) 1)
                .int16((short) 1)
                .int32(1)
                .int64(1L)
                .float32(0.1f)
                .big(BigInteger.ONE));
        nodes.create(d -> d.code("b").float32(0.2f).int64(Long.MAX_VALUE));
        Group group = nodes.aggregate(q -> q.sum("of_int8", EXTREME.INT8)
                        .sum("of_int16", EXTREME.INT16)
                        .sum("of_int32", EXTREME.INT32)
                        .sum("of_int64", EXTREME.INT64)
                        .sum("of_big", EXTREME.BIG)
                        .sum("of_float32", EXTREME.FLOAT32)
                        .avg("mean", EXTREME.INT8)
                        .sum("none", EXTREME.DIGIT))
                .get(0);
        assertThat(group.toMap().values())
                .containsExactly(
                        1L,
                        1L,
                        1L,
                        BigInteger.ONE.shiftLeft(63),
                        BigInteger.ONE,
                        0.1 + 0.2,
                        new BigDecimal("1.0000"),
                        null);
    }

    /** A 32nd, of either sign, has one digit more than an average. */
    @Test
    void averagesAreRoundedHalfUp() {
        for (int i = 0; i < 32; i++) {
            int one = i == 0 ? 1 : 0;
            String code = "c" + i;
            nodes.create(d -> d.code(code).int32(one).int64((long) -one).digit(BigDecimal.valueOf(one)));
        }
        Group group = nodes.aggregate(q ->
                        q.avg("up", EXTREME.INT32).avg("down", EXTREME.INT64).avg("decimal", EXTREME.DIGIT))
                .get(0);
        BigDecimal rounded = new BigDecimal("0.0313");
        assertThat(group.toMap().values()).containsExactly(rounded, rounded.negate(), rounded);
        BigDecimal large = new BigDecimal("1" + "0".repeat(36) + "1");
        nodes.bulkUpdate(
                q -> q.in(EXTREME.CODE, List.of("c1", "c2")),
                p -> p.whole(BigDecimal.ZERO).big(BigInteger.ZERO));
        nodes.bulkUpdate(q -> q.eq(EXTREME.CODE, "c0"), p -> p.whole(large).big(large.toBigInteger()));
        group = nodes.aggregate(q -> q.avg("of_whole", EXTREME.WHOLE).avg("of_big", EXTREME.BIG))
                .get(0);
        BigDecimal third = new BigDecimal("3".repeat(37) + ".6667");
        assertThat(group.toMap().values()).containsExactly(third, third);
    }

    @Test
    void averagesHaveFourDigitsMore() {
        ReadingNodes readings = ReadingNodes.on(df);
        readings.bulkDelete(BulkQuery::confirmed);
        for (String digit : List.of("0", "0", "2")) {
            readings.create(d -> d.nine(new BigDecimal("-0.0000" + digit)).twenty(new BigDecimal(digit + "e-16")));
        }
        Group group = readings.aggregate(q -> q.avg("of_nine", READING.NINE).avg("of_twenty", READING.TWENTY))
                .get(0);
        assertThat(group.toMap().values())
                .containsExactly(new BigDecimal("-0.000006667"), new BigDecimal("0.00000000000000006667"));
    }
}
