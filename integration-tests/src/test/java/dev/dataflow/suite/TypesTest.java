package dev.dataflow.suite;

import static dev.dataflow.suite.EverythingTable.EVERYTHING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.InvalidInputException;
import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.suite.Everything.Degrees;
import dev.dataflow.suite.Everything.Line;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.type.ColumnType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes in comes out, for every type, on every path. */
class TypesTest extends EngineSuite {

    private static final Instant NOW = Instant.parse("2026-11-21T10:15:30.123456Z");

    private static final ModelMetadata<Everything, UUID, EverythingDraft, EverythingPatch> METADATA =
            EverythingNodes.metadata();

    private final EverythingNodes nodes = EverythingNodes.on(df);

    TypesTest(TestDatabase database) {
        super(database);
    }

    static EverythingDraft smallest(EverythingDraft draft) {
        return draft.aBoolean(false)
                .aByte(Byte.MIN_VALUE)
                .aShort(Short.MIN_VALUE)
                .anInt(Integer.MIN_VALUE)
                .aLong(Long.MIN_VALUE)
                .aFloat(-Float.MAX_VALUE)
                .aDouble(-Double.MAX_VALUE)
                .aDecimal(new BigDecimal("-9999999999999999999999999999.9999999999"))
                .price(new BigDecimal("-999999999999999999.99"))
                .text("")
                .shortText("")
                .bytes(new byte[0])
                .uuid(new UUID(0, 0))
                .color(Color.GREEN)
                .instant(Instant.parse("1000-01-01T00:00:00Z"))
                .date(LocalDate.of(1000, 1, 1))
                .time(LocalTime.MIN)
                .dateTime(LocalDateTime.of(1000, 1, 1, 0, 0))
                .bigInteger(BigInteger.ONE.subtract(BigInteger.TEN.pow(38)))
                .duration(Duration.of(Long.MIN_VALUE, ChronoUnit.MICROS))
                .offsetDateTime(OffsetDateTime.parse("0001-01-01T18:00:00+18:00"))
                .json(Map.of())
                .texts(List.of())
                .numbers(List.of())
                .degrees(new Degrees(Integer.MIN_VALUE));
    }

    static EverythingDraft largest(EverythingDraft draft) {
        return draft.aBoolean(true)
                .aByte(Byte.MAX_VALUE)
                .aShort(Short.MAX_VALUE)
                .anInt(Integer.MAX_VALUE)
                .aLong(Long.MAX_VALUE)
                .aFloat(Float.MIN_NORMAL)
                .aDouble(Double.MIN_NORMAL)
                .aDecimal(new BigDecimal("9999999999999999999999999999.9999999999"))
                .price(new BigDecimal("999999999999999999.99"))
                .text("e\u0301 \uD83D\uDC18 ' \" \\ % _ \n".repeat(5000))
                .shortText("\uD83D\uDC18".repeat(5))
                .bytes(new byte[] {0, -1, 1, 127, -128})
                .uuid(new UUID(-1, -1))
                .color(Color.RED)
                .instant(Instant.parse("9999-12-31T23:59:59.999999Z"))
                .date(LocalDate.of(9999, 12, 31))
                .time(LocalTime.of(23, 59, 59, 999_999_000))
                .dateTime(LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_000))
                .maybeBoolean(false)
                .maybeByte((byte) 1)
                .maybeShort((short) -1)
                .maybeInt(0)
                .maybeLong(1L << 53)
                .maybeFloat(0.1f)
                .maybeDouble(0.1)
                .maybeDecimal(new BigDecimal("0.0000000001"))
                .maybeText("text")
                .maybeBytes(new byte[] {1})
                .maybeUuid(UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"))
                .maybeColor(Color.GREEN)
                .maybeInstant(Instant.parse("1969-12-31T23:59:59.999999Z"))
                .maybeDate(LocalDate.of(1582, 10, 10))
                .maybeTime(LocalTime.of(12, 0, 0, 1000))
                .maybeDateTime(LocalDateTime.of(2026, 3, 8, 2, 30))
                .bigInteger(BigInteger.TEN.pow(38).subtract(BigInteger.ONE))
                .duration(Duration.of(Long.MAX_VALUE, ChronoUnit.MICROS))
                .offsetDateTime(OffsetDateTime.parse("9999-12-31T05:59:59.999999-18:00"))
                .json(Map.of("number", new BigInteger("12345678901234567890"), "", List.of("e\u0301", 1.5)))
                .texts(List.of("", "\uD83D\uDC18", "a,\"b\"", "NULL"))
                .numbers(List.of(Long.MIN_VALUE, 0L, Long.MAX_VALUE))
                .degrees(new Degrees(Integer.MAX_VALUE))
                .maybeBigInteger(BigInteger.ZERO)
                .maybeDuration(Duration.ofNanos(-1000))
                .maybeOffsetDateTime(OffsetDateTime.parse("1899-12-31T23:59:59.999999-04:56:02"))
                .maybeJson(new Line("", new BigDecimal("0.00000000000000000001")))
                .maybeTexts(List.of())
                .maybeNumbers(List.of())
                .maybeDegrees(new Degrees(0));
    }

    @Test
    void whatIsCreatedIsRead() {
        for (Everything created : List.of(nodes.create(TypesTest::smallest), nodes.create(TypesTest::largest))) {
            assertThat(nodes.read(created.id()))
                    .get()
                    .usingRecursiveComparison()
                    .isEqualTo(created);
            assertThat(created.createdAt()).isEqualTo(created.updatedAt());
            assertThat(created.id().version()).isEqualTo(7);
        }
    }

    @Test
    void whatIsUpdatedIsRead() {
        Everything row = nodes.create(TypesTest::smallest);
        Everything updated = nodes.update(
                row.id(),
                p -> p.aDecimal(new BigDecimal("1.5"))
                        .text("new")
                        .instant(NOW)
                        .bytes(new byte[] {7})
                        .uuid(new UUID(1, 2))
                        .color(Color.GREEN)
                        .maybeInt(5)
                        .maybeText(null));
        assertThat(nodes.read(row.id())).get().usingRecursiveComparison().isEqualTo(updated);
        assertThat(updated.aDecimal()).isEqualTo(new BigDecimal("1.5000000000"));
        assertThat(updated.instant()).isEqualTo(NOW);
        assertThat(updated.updatedAt()).isAfterOrEqualTo(row.updatedAt());
        assertThat(updated.createdAt()).isEqualTo(row.createdAt());
    }

    @Test
    void bulkStoresTheSame() {
        Everything low = nodes.create(TypesTest::smallest);
        Everything high = nodes.create(TypesTest::largest);
        List<Everything> copies = List.of(copy(low, null, null), copy(high, null, null));
        List<UUID> ids = nodes.bulkCreate(copies, o -> o.returnIds()).ids();
        assertThat(copy(nodes.read(ids.get(0)).orElseThrow(), null, null))
                .usingRecursiveComparison()
                .isEqualTo(copies.get(0));
        assertThat(copy(nodes.read(ids.get(1)).orElseThrow(), null, null))
                .usingRecursiveComparison()
                .isEqualTo(copies.get(1));
        // swapped by key: each row gets the other's values, NULLs included
        assertThat(nodes.bulkUpdate(
                                List.of(copy(high, low.id(), low.createdAt()), copy(low, high.id(), low.createdAt())))
                        .updated())
                .isEqualTo(2);
        assertThat(copy(nodes.read(low.id()).orElseThrow(), null, null))
                .usingRecursiveComparison()
                .isEqualTo(copies.get(1));
        assertThat(copy(nodes.read(high.id()).orElseThrow(), null, null))
                .usingRecursiveComparison()
                .isEqualTo(copies.get(0));
    }

    @Test
    void upsertsAndPatchesStoreTheSame() {
        Everything low = nodes.create(TypesTest::smallest);
        Everything high = nodes.create(TypesTest::largest);
        Everything upserted = nodes.upsert(d -> largest(d.id(low.id())), on -> on.conflictOn(EVERYTHING.ID))
                .record();
        assertSame(upserted, high);
        assertSame(nodes.read(low.id()).orElseThrow(), high);
        assertThat(nodes.bulkUpsert(List.of(copy(low, low.id(), null), copy(low, new UUID(3, 4), null)))
                        .updated())
                .isEqualTo(1);
        assertSame(nodes.read(low.id()).orElseThrow(), low);
        assertSame(nodes.read(new UUID(3, 4)).orElseThrow(), low);
        Map<String, Object> values = values(high);
        values.put("a_boolean", true);
        new EverythingUpdateNode(df).run(Map.of("filter", Map.of("id", low.id()), "fields", values));
        assertSame(nodes.read(low.id()).orElseThrow(), high);
        new EverythingBulkUpdateNode(df).run(Map.of("filter", Map.of("id", new UUID(3, 4)), "update", values));
        assertSame(nodes.read(new UUID(3, 4)).orElseThrow(), high);
    }

    record View(
            List<Long> numbers,
            Optional<Degrees> maybeDegrees,
            Degrees degrees,
            Map<String, Object> json,
            Optional<Line> maybeJson,
            List<String> texts,
            OffsetDateTime offsetDateTime,
            Duration duration,
            BigInteger bigInteger,
            Instant instant,
            byte[] bytes,
            Color color,
            UUID uuid,
            BigDecimal aDecimal,
            String shortText,
            LocalDate date,
            LocalTime time,
            LocalDateTime dateTime,
            long anInt,
            double aFloat,
            boolean aBoolean) {}

    @Test
    void everyTypeIsReadIntoAnotherRecord() {
        for (Everything row : List.of(nodes.create(TypesTest::smallest), nodes.create(TypesTest::largest))) {
            View view = new View(
                    row.numbers(),
                    Optional.ofNullable(row.maybeDegrees()),
                    row.degrees(),
                    row.json(),
                    Optional.ofNullable(row.maybeJson()),
                    row.texts(),
                    row.offsetDateTime(),
                    row.duration(),
                    row.bigInteger(),
                    row.instant(),
                    row.bytes(),
                    row.color(),
                    row.uuid(),
                    row.aDecimal(),
                    row.shortText(),
                    row.date(),
                    row.time(),
                    row.dateTime(),
                    row.anInt(),
                    row.aFloat(),
                    row.aBoolean());
            assertThat(nodes.read(row.id(), View.class))
                    .get()
                    .usingRecursiveComparison()
                    .isEqualTo(view);
        }
    }

    /** But for the key and the times of the row itself. */
    private static void assertSame(Everything found, Everything expected) {
        assertThat(copy(found, null, null)).usingRecursiveComparison().isEqualTo(copy(expected, null, null));
    }

    @Test
    void everyColumnCanBeFilteredAndSortedBy() {
        Everything low = nodes.create(TypesTest::smallest);
        Everything high = nodes.create(TypesTest::largest);
        for (Map.Entry<String, Object> field : values(high).entrySet()) {
            assertThat(nodes.list(q -> q.filter(Map.of(field.getKey(), field.getValue())))
                            .records())
                    .as(field.getKey())
                    .extracting(Everything::id)
                    .containsExactly(high.id());
            if (ColumnType.of(EVERYTHING.field(field.getKey())).logical().isComposite()) {
                continue;
            }
            assertThat(nodes.list(q -> q.sort(field.getKey())).records())
                    .as("order by " + field.getKey())
                    .extracting(Everything::id)
                    .containsExactly(low.id(), high.id());
        }
        List<Condition> onlyHigh = List.of(
                EVERYTHING.A_DECIMAL.gt(BigDecimal.ZERO),
                EVERYTHING.A_DECIMAL.between(BigDecimal.ONE, high.aDecimal()),
                EVERYTHING.PRICE.in(BigDecimal.ONE, high.price()),
                EVERYTHING.INSTANT.ge(NOW),
                EVERYTHING.DATE.gt(LocalDate.of(2000, 1, 1)),
                EVERYTHING.TIME.ne(LocalTime.MIN),
                EVERYTHING.DATE_TIME.gt(LocalDateTime.of(2000, 1, 1, 0, 0)),
                EVERYTHING.UUID.eq(high.uuid()),
                EVERYTHING.COLOR.eq(Color.RED),
                EVERYTHING.MAYBE_DECIMAL.isNotNull(),
                EVERYTHING.MAYBE_INT.isNotDistinctFrom(0),
                EVERYTHING.MAYBE_TEXT.isDistinctFrom((String) null),
                EVERYTHING.INSTANT.eq(DSL.inline(high.instant().plusNanos(999), EVERYTHING.INSTANT)),
                EVERYTHING.MAYBE_DECIMAL.lt(new BigDecimal("0.00000000011")),
                EVERYTHING.A_BOOLEAN.isTrue());
        for (Condition condition : onlyHigh) {
            assertThat(nodes.list(q -> q.where(condition)).records())
                    .as(condition.toString())
                    .extracting(Everything::id)
                    .containsExactly(high.id());
        }
    }

    @Test
    void nullSortsSmallest() {
        Everything low = nodes.create(TypesTest::smallest);
        Everything high = nodes.create(TypesTest::largest);
        assertThat(nodes.list(q -> q.orderBy(EVERYTHING.MAYBE_INT.asc())).records())
                .extracting(Everything::id)
                .containsExactly(low.id(), high.id());
        assertThat(nodes.list(q -> q.orderBy(EVERYTHING.MAYBE_INT.desc())).records())
                .extracting(Everything::id)
                .containsExactly(high.id(), low.id());
    }

    @Test
    void textIsComparedByCodePoint() {
        for (String text : List.of("a", "A", "\u00e1", "b", "B", "Z")) {
            nodes.create(d -> smallest(d).shortText(text));
        }
        assertThat(nodes.list(q -> q.sort("short_text")).records())
                .extracting(Everything::shortText)
                .containsExactly("A", "B", "Z", "a", "b", "\u00e1");
        assertThat(nodes.count(q -> q.filter(Map.of("short_text", "A")))).isEqualTo(1);
    }

    @Test
    void likeTellsCaseApart() {
        nodes.create(d -> smallest(d).shortText("Key"));
        nodes.create(d -> smallest(d).shortText("key"));
        assertThat(nodes.count(q -> q.where(EVERYTHING.SHORT_TEXT.like("K%")))).isEqualTo(1);
    }

    @Test
    void expressionsAreRightOrRefused() {
        nodes.create(TypesTest::smallest);
        List<Condition> conditions = List.of(
                EVERYTHING.INSTANT.lt(DSL.currentInstant()),
                EVERYTHING.DATE_TIME.lt(DSL.currentLocalDateTime()),
                EVERYTHING.DATE.le(DSL.currentLocalDate()),
                EVERYTHING
                        .INSTANT
                        .between(DSL.inline(NOW), DSL.currentInstant())
                        .not());
        for (Condition condition : conditions) {
            try {
                assertThat(nodes.count(q -> q.where(condition)))
                        .as(condition.toString())
                        .isEqualTo(1);
            } catch (DataFlowException e) {
                assertThat(e.code()).as(condition.toString()).isEqualTo(ErrorCode.EXPRESSION_INEXACT);
                assertThat(on(Engine.POSTGRESQL)).isFalse();
            }
        }
        if (!on(Engine.POSTGRESQL)) {
            assertThatThrownBy(() -> nodes.bulkUpdate(
                            q -> q.confirmed(), p -> p.setExpression(EVERYTHING.INSTANT, DSL.currentInstant())))
                    .hasMessageContaining("DF-111");
        }
        nodes.bulkUpdate(q -> q.confirmed(), p -> p.setExpression(EVERYTHING.MAYBE_INSTANT, EVERYTHING.INSTANT));
        assertThat(nodes.list().records().get(0).maybeInstant()).isEqualTo(Instant.parse("1000-01-01T00:00:00Z"));
    }

    @Test
    void longRowsAreCutIntoStatementsThatFit() {
        String text = "x".repeat(1_000_000);
        Everything row = nodes.create(TypesTest::smallest);
        List<Everything> many = IntStream.range(0, 40)
                .mapToObj(i -> withText(row, null, text + i))
                .toList();
        List<UUID> ids = nodes.bulkCreate(many, o -> o.returnIds()).ids();
        assertThat(nodes.read(ids.get(39)).orElseThrow().text()).isEqualTo(text + 39);
        List<Everything> changed =
                ids.stream().map(id -> withText(row, id, "y" + text)).toList();
        assertThat(nodes.bulkUpdate(changed).updated()).isEqualTo(40);
        assertThat(nodes.read(ids.get(20)).orElseThrow().text()).hasSize(1_000_001);
    }

    @Test
    void unreadableValuesAreNotQuoted() {
        if (!on(Engine.SQLITE)) {
            return; // the others' columns hold nothing but their type
        }
        Everything row = nodes.create(TypesTest::smallest);
        for (String column : List.of("instant", "uuid", "time", "a_decimal")) {
            df.dsl().execute("update everythings set " + column + " = 'secret-value'");
            assertThatThrownBy(() -> nodes.read(row.id()))
                    .hasMessageContaining("DF-415")
                    .hasMessageNotContaining("secret")
                    .rootCause()
                    .hasMessageNotContaining("secret");
        }
    }

    @Test
    void timesAreFlooredToMicroseconds() {
        Instant nanos = NOW.plusNanos(999);
        Everything row = nodes.create(d -> smallest(d).instant(nanos));
        assertThat(row.instant()).isEqualTo(NOW);
        assertThat(nodes.read(row.id()).orElseThrow().instant()).isEqualTo(NOW);
        assertThat(nodes.count(q -> q.where(EVERYTHING.INSTANT.eq(nanos)))).isEqualTo(1);
        assertThat(nodes.count(q -> q.filter(Map.of("instant", nanos)))).isEqualTo(1);
    }

    @Test
    void plainJooqGivesTheSameValues() {
        Everything high = nodes.create(TypesTest::largest);
        var record = df.dsl().selectFrom(EVERYTHING).fetchSingle();
        assertThat(record.get(EVERYTHING.A_DECIMAL)).isEqualTo(high.aDecimal());
        assertThat(record.get(EVERYTHING.INSTANT)).isEqualTo(high.instant());
        assertThat(record.get(EVERYTHING.UUID)).isEqualTo(high.uuid());
        assertThat(record.get(EVERYTHING.COLOR)).isEqualTo(high.color());
        assertThat(record.get(EVERYTHING.BYTES)).isEqualTo(high.bytes());
        assertThat(record.get(EVERYTHING.MAYBE_DATE_TIME)).isEqualTo(high.maybeDateTime());
        assertThat(df.dsl().fetchCount(EVERYTHING, EVERYTHING.A_DECIMAL.eq(high.aDecimal())))
                .isEqualTo(1);
        assertThat(df.dsl()
                        .fetchCount(
                                EVERYTHING,
                                EVERYTHING.INSTANT.eq(org.jooq.impl.DSL.inline(high.instant(), EVERYTHING.INSTANT))))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456", "\u0000", "\uD83D"})
    void textThatDoesNotFitIsRefused(String text) {
        assertRefused("shortText", d -> d.shortText(text));
    }

    @Test
    void valuesThatWouldChangeAreRefused() {
        assertRefused("price", d -> d.price(new BigDecimal("1.234")));
        assertRefused("price", d -> d.price(new BigDecimal("1E+18")));
        assertRefused("aDecimal", d -> d.aDecimal(new BigDecimal("1E+1000000000")));
        assertRefused("aDouble", d -> d.aDouble(Double.NaN));
        assertRefused("aFloat", d -> d.aFloat(Float.POSITIVE_INFINITY));
        assertRefused("date", d -> d.date(LocalDate.of(10000, 1, 1)));
        assertRefused("instant", d -> d.instant(Instant.MAX));
        assertThat(nodes.count()).isZero();
    }

    private void assertRefused(String field, java.util.function.UnaryOperator<EverythingDraft> change) {
        assertThatThrownBy(() -> nodes.create(d -> change.apply(smallest(d))))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TYPE_MISMATCH))
                .hasMessageContaining("`" + field + "`");
    }

    private static Map<String, Object> values(Everything row) {
        Map<String, Object> values =
                new java.util.LinkedHashMap<>(new EverythingReadNode(df).run(Map.of("id", row.id())));
        values.keySet().removeAll(List.of("id", "found", "created_at", "updated_at", "a_boolean"));
        // the smallest magnitude is not the largest value, but it is the larger of the two rows
        return values;
    }

    private static Everything withText(Everything row, UUID id, String text) {
        Object[] values = values(row, id);
        for (int i = 0; i < values.length; i++) {
            Column<?> column = METADATA.columns().get(i);
            if (column.name().equals("text")) {
                values[i] = text;
            } else if (column.nullable() || column.managed() != null) {
                values[i] = null;
            }
        }
        return METADATA.fromValues(values);
    }

    private static Everything copy(Everything row, UUID id, Instant createdAt) {
        Object[] values = values(row, id);
        for (int i = 0; i < values.length; i++) {
            if (METADATA.columns().get(i).managed() != null) {
                values[i] = createdAt;
            }
        }
        return METADATA.fromValues(values);
    }

    private static Object[] values(Everything row, UUID id) {
        Object[] values = IntStream.range(0, METADATA.components())
                .mapToObj(i -> METADATA.value(row, i))
                .toArray();
        values[0] = id;
        return values;
    }
}
