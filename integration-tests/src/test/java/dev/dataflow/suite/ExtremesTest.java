package dev.dataflow.suite;

import static dev.dataflow.suite.ExtremeTable.EXTREME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.query.BulkQuery;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.type.ColumnType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.TableField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Values at the limits of their types: kept on every path, or refused before any statement. */
class ExtremesTest extends EngineSuite {

    private static final Map<String, List<Object>> VALUES = ExtremeValues.ascending();

    private final ExtremeNodes nodes = ExtremeNodes.on(df);

    ExtremesTest(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void noExtremes() {
        nodes.bulkDelete(BulkQuery::confirmed);
        STATEMENTS.clear();
    }

    @Test
    void singleWritesKeepThem() {
        Object other = new ExtremeCreateNode(df).run(Map.of("code", "other")).get("id");
        VALUES.forEach((field, values) -> values.forEach(value -> {
            Map<String, Object> created = new ExtremeCreateNode(df).run(Map.of("code", "new", field, value));
            assertSame(field, created.get(field), value);
            assertSame(field, read(created.get("id")).get(field), value);
            Map<String, Object> projected =
                    new ExtremeReadNode(df).run(Map.of("id", created.get("id"), "fields", List.of(field)));
            assertSame(field, projected.get(field), value);
            nodes.delete((Long) created.get("id"));
            Map<String, Object> inserted = new ExtremeUpsertNode(df)
                    .run(Map.of("where", Map.of("code", "new"), "create", Map.of(field, value)));
            assertThat(inserted).containsEntry("created", true);
            assertSame(field, ((Map<?, ?>) inserted.get("record")).get(field), value);
            nodes.bulkDelete(q -> q.where(EXTREME.CODE.eq("new")));
            Map<String, Object> updated = new ExtremeUpdateNode(df)
                    .run(Map.of("filter", Map.of("id", other), "fields", Map.of(field, value)));
            assertSame(field, updated.get(field), value);
            Map<String, Object> empty = new LinkedHashMap<>();
            empty.put(field, null);
            new ExtremeUpdateNode(df).run(Map.of("filter", Map.of("id", other), "fields", empty));
            assertThat(read(other).get(field)).isNull();
            Map<String, Object> upserted = new ExtremeUpsertNode(df)
                    .run(Map.of("where", Map.of("code", "other"), "create", Map.of(field, value)));
            assertThat(upserted).containsEntry("created", false);
            assertSame(field, read(other).get(field), value);
        }));
    }

    @Test
    void bulkWritesKeepThem() {
        new ExtremeBulkCreateNode(df).run(Map.of("data", rows(0)));
        assertRows(0);
        // every row gets the values of the next
        new ExtremeBulkUpsertNode(df).run(Map.of("data", rows(1), "conflict_on", List.of("code")));
        assertRows(1);
        List<Extreme> models = nodes.list(q -> q.limit(1000)).records();
        nodes.bulkUpdate(BulkQuery::confirmed, p -> VALUES.keySet().forEach(field -> p.setNull(column(field))));
        assertThat(nodes.count(q -> q.where(EXTREME.TEXT.isNotNull()))).isZero();
        assertThat(nodes.bulkUpdate(models).updated()).isEqualTo(models.size());
        assertRows(1);
        nodes.bulkDelete(BulkQuery::confirmed);
        nodes.bulkCreate(models.stream().map(ExtremesTest::withoutId).toList());
        assertRows(1);
        List<Map<String, Object>> ids = new ArrayList<>();
        Map<String, Long> byCode = new LinkedHashMap<>();
        nodes.list(q -> q.limit(1000)).records().forEach(row -> byCode.put(row.code(), row.id()));
        rows(0).forEach(row -> {
            Map<String, Object> changed = new LinkedHashMap<>(row);
            changed.put("id", byCode.get(changed.remove("code")));
            ids.add(changed);
        });
        new ExtremeBulkUpdateNode(df).run(Map.of("data", ids));
        assertRows(0);
    }

    @Test
    void filtersFindThemAndOrdersSortThem() {
        new ExtremeBulkCreateNode(df).run(Map.of("data", rows(0)));
        VALUES.forEach((field, values) -> {
            List<String> codes = java.util.stream.IntStream.range(0, values.size())
                    .mapToObj(i -> code(field, i))
                    .toList();
            assertThat(nodes.list(q -> q.where(column(field).isNotNull()).sort(field))
                            .records())
                    .as("order by " + field)
                    .extracting(Extreme::code)
                    .containsExactlyElementsOf(codes);
            for (int i = 0; i < codes.size(); i++) {
                Object value = values.get(i);
                assertThat(nodes.list(q -> q.filter(Map.of(field, value))).records())
                        .as(field + " = " + value)
                        .extracting(Extreme::code)
                        .containsExactly(codes.get(i));
                assertThat(nodes.list(q -> q.where(greaterOrEqual(column(field), value))
                                        .sort(field))
                                .records())
                        .as(field + " >= " + value)
                        .extracting(Extreme::code)
                        .containsExactlyElementsOf(codes.subList(i, codes.size()));
            }
        });
    }

    @Test
    void whatIsBeyondIsRefusedBeforeAnyStatement() {
        ExtremeValues.beyond()
                .forEach((field, values) -> values.forEach(value -> {
                    refusedAsValue(field, value);
                    refused(() -> nodes.count(q -> q.filter(Map.of(field, value))));
                    if (ColumnType.of(column(field)).javaType().isInstance(value)) {
                        refused(() -> nodes.count(q -> q.where(greaterOrEqual(column(field), value))));
                    }
                }));
        ExtremeValues.tooMuch()
                .forEach((field, values) -> values.forEach(value -> {
                    refusedAsValue(field, value);
                    assertThat(nodes.count(q -> q.filter(Map.of(field, value)))).isZero();
                }));
    }

    @Test
    void zeroHasNoSign() {
        Extreme row = nodes.create(d -> d.code("a").float32(-0.0f).float64(-0.0));
        assertThat(row.float32()).isEqualTo(0.0f);
        assertThat(row.float64()).isEqualTo(0.0);
        assertThat(nodes.read(row.id()).orElseThrow()).isEqualTo(row);
        nodes.update(row.id(), p -> p.float64(-0.0));
        assertThat(nodes.read(row.id()).orElseThrow().float64()).isEqualTo(0.0);
        assertThat(nodes.count(q -> q.where(EXTREME.FLOAT64.eq(-0.0)))).isEqualTo(1);
    }

    private void refusedAsValue(String field, Object value) {
        refused(() -> new ExtremeCreateNode(df).run(Map.of("code", "a", field, value)));
        refused(() -> new ExtremeBulkCreateNode(df).run(Map.of("data", List.of(Map.of("code", "a", field, value)))));
        refused(() ->
                new ExtremeUpsertNode(df).run(Map.of("where", Map.of("code", "a"), "create", Map.of(field, value))));
        refused(() -> new ExtremeBulkUpsertNode(df)
                .run(Map.of("data", List.of(Map.of("code", "a", field, value)), "conflict_on", "code")));
        refused(() -> new ExtremeBulkUpdateNode(df)
                .run(Map.of("filter", Map.of("code", "a"), "update", Map.of(field, value))));
        refused(() -> new ExtremeBulkUpdateNode(df).run(Map.of("data", List.of(Map.of("id", 1, field, value)))));
    }

    private static void refused(ThrowingCallable call) {
        STATEMENTS.clear();
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        DataFlowException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TYPE_MISMATCH));
        assertThat(STATEMENTS).isEmpty();
    }

    /** One row for each value, or for the one that comes so many later. */
    private static List<Map<String, Object>> rows(int later) {
        List<Map<String, Object>> rows = new ArrayList<>();
        VALUES.forEach((field, values) -> {
            for (int i = 0; i < values.size(); i++) {
                rows.add(Map.of("code", code(field, i), field, values.get((i + later) % values.size())));
            }
        });
        return rows;
    }

    private void assertRows(int later) {
        Map<String, Long> ids = new LinkedHashMap<>();
        nodes.list(q -> q.limit(1000)).records().forEach(row -> ids.put(row.code(), row.id()));
        rows(later).forEach(row -> {
            Map<String, Object> stored = read(ids.get(row.get("code")));
            row.forEach((field, value) -> assertSame(field, stored.get(field), value));
        });
    }

    private static Map<String, Object> read(Object id) {
        return new ExtremeReadNode(df).run(Map.of("id", id));
    }

    static void assertSame(String field, Object stored, Object given) {
        boolean same = given instanceof BigDecimal decimal
                ? stored instanceof BigDecimal other && other.compareTo(decimal) == 0
                : Objects.deepEquals(stored, given);
        assertThat(same).as("%s: stored %s, given %s", field, stored, given).isTrue();
    }

    private static String code(String field, int number) {
        return field + "-" + number;
    }

    @SuppressWarnings("unchecked") // the columns of a table are of its rows
    private static TableField<Record, ?> column(String name) {
        return (TableField<Record, ?>) Objects.requireNonNull(EXTREME.field(name));
    }

    private static <T> Condition greaterOrEqual(Field<T> field, Object value) {
        return field.ge(field.getType().cast(value));
    }

    private static Extreme withoutId(Extreme row) {
        return new Extreme(
                null,
                row.code(),
                row.int8(),
                row.int16(),
                row.int32(),
                row.int64(),
                row.float32(),
                row.float64(),
                row.whole(),
                row.fine(),
                row.fraction(),
                row.digit(),
                row.big(),
                row.text(),
                row.varchar(),
                row.bytes(),
                row.uuid(),
                row.instant(),
                row.offset(),
                row.date(),
                row.time(),
                row.dateTime(),
                row.duration());
    }
}
