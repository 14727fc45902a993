package dev.dataflow.suite;

import static dev.dataflow.suite.CounterTable.COUNTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.query.BulkQuery;
import dev.dataflow.testing.TestDatabase;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Operators of updates compute the same on every database: exactly, or not at all. */
class UpdateOperatorsTest extends EngineSuite {

    private final CounterNodes counters = CounterNodes.on(df);

    UpdateOperatorsTest(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void emptyCounters() {
        counters.bulkDelete(BulkQuery::confirmed);
    }

    static Counter counter(int number) {
        return new Counter(
                null,
                (byte) number,
                (short) number,
                number,
                number,
                number,
                BigDecimal.valueOf(number),
                BigInteger.valueOf(number),
                "c" + number,
                "w" + number,
                number,
                number,
                "n" + number);
    }

    private Map<String, Object> bulk(Map<String, ?> update) {
        return df.node("CounterBulkUpdateNode").run(Map.of("filter", Map.of(), "confirmed", true, "update", update));
    }

    private void refused(ErrorCode code, String named, Consumer<CounterPatch> patch) {
        List<Counter> before = counters.list(q -> {}).records();
        assertThatThrownBy(() -> counters.bulkUpdate(BulkQuery::confirmed, patch))
                .isInstanceOfSatisfying(
                        DataFlowException.class,
                        e -> assertThat(e.code()).as(e.toString()).isEqualTo(code))
                .hasMessageContaining(named);
        assertThat(counters.list(q -> {}).records()).isEqualTo(before);
    }

    private void refused(ErrorCode code, String named, Map<String, ?> update) {
        assertThatThrownBy(() -> bulk(update))
                .isInstanceOfSatisfying(
                        DataFlowException.class,
                        e -> assertThat(e.code()).as(e.toString()).isEqualTo(code))
                .hasMessageContaining(named);
    }

    @Test
    void everyTypeIsComputed() {
        long id = counters.create(counter(3)).id();
        counters.bulkUpdate(
                q -> q.eq(COUNTER.ID, id),
                p -> p.increment(COUNTER.TINY, (byte) 2)
                        .decrement(COUNTER.SMALL, (short) 5)
                        .multiply(COUNTER.WHOLE, -7)
                        .increment(COUNTER.LARGE, Long.MAX_VALUE - 3)
                        .multiply(COUNTER.REAL, 0.5)
                        .multiply(COUNTER.EXACT, new BigDecimal("0.3334"))
                        .increment(COUNTER.DIGITS, new BigInteger("99999999999999999996"))
                        .concat(COUNTER.CODE, "é\uD83D\uDE00''x%")
                        .concat(COUNTER.WORDS, " \\ and more"));
        Counter row = counters.read(id).orElseThrow();
        assertThat(row.tiny()).isEqualTo((byte) 5);
        assertThat(row.small()).isEqualTo((short) -2);
        assertThat(row.whole()).isEqualTo(-21);
        assertThat(row.large()).isEqualTo(Long.MAX_VALUE);
        assertThat(row.real()).isEqualTo(1.5);
        assertThat(row.exact()).isEqualTo(new BigDecimal("1.0002"));
        assertThat(row.digits()).isEqualTo(new BigInteger("99999999999999999999"));
        assertThat(row.code()).isEqualTo("c3é\uD83D\uDE00''x%");
        assertThat(row.words()).isEqualTo("w3 \\ and more");
        assertThat(counters.update(id, p -> p.increment(COUNTER.WHOLE, 1).maybe(9)))
                .satisfies(changed -> assertThat(changed.whole()).isEqualTo(-20))
                .satisfies(changed -> assertThat(changed.maybe()).isEqualTo(9));
        assertThat(counters.update(id, p -> p.multiply(COUNTER.REAL, -0.0)).real())
                .isEqualTo(0.0);
    }

    @Test
    void mapsSayTheSame() {
        long id = counters.create(counter(3)).id();
        Map<String, Object> update = new HashMap<>();
        update.put("$inc", Map.of("tiny", 1, "whole", 2));
        update.put("$dec", Map.of("small", 4));
        update.put("large", Map.of("$multiply", 5));
        update.put("exact", Map.of("$inc", "0.0001"));
        update.put("$set", Map.of("digits", 8));
        update.put("$unset", Map.of("maybe", true));
        update.put("note", Map.of("$unset", true));
        update.put("words", Map.of("$concat", "!"));
        update.put("code", "new");
        assertThat(bulk(update)).containsEntry("updated", 1L);
        Counter row = counters.read(id).orElseThrow();
        assertThat(Arrays.asList(
                        row.tiny(), row.small(), row.whole(), row.large(), row.exact(), row.digits(), row.maybe()))
                .isEqualTo(Arrays.asList(
                        (byte) 4, (short) -1, 5, 15L, new BigDecimal("3.0001"), BigInteger.valueOf(8), null));
        assertThat(Arrays.asList(row.note(), row.words(), row.code())).isEqualTo(Arrays.asList(null, "w3!", "new"));
        Map<String, Object> one = df.node("CounterUpdateNode")
                .run(Map.of("filter", Map.of("id", id), "fields", Map.of("$inc", Map.of("whole", 10))));
        assertThat(one).containsEntry("whole", 15).containsEntry("updated", true);
    }

    @Test
    void upsertsComputeToo() {
        long customer = customer();
        Map<String, Object> input = Map.of(
                "where", Map.of("number", "U"),
                "create", Map.of("customer_id", customer, "total", 1),
                "update", Map.of("total", Map.of("$multiply", "1.5")));
        assertThat(df.node("OrderUpsertNode").run(input)).containsEntry("action", "created");
        Map<String, Object> again = df.node("OrderUpsertNode").run(input);
        assertThat(again).containsEntry("action", "updated");
        assertThat((Map<?, ?>) again.get("record")).extracting("total").isEqualTo(new BigDecimal("1.5000000000"));
    }

    @Test
    void nullStaysNull() {
        long id = counters.create(counter(3)).id();
        counters.update(id, p -> p.maybe(null).note(null));
        Counter row = counters.update(id, p -> p.increment(COUNTER.MAYBE, 1).concat(COUNTER.NOTE, "x"));
        assertThat(row.maybe()).isNull();
        assertThat(row.note()).isNull();
    }

    @Test
    void whatDoesNotFitIsRefused() {
        counters.create(counter(102));
        counters.create(counter(2));
        refused(ErrorCode.TYPE_MISMATCH, "`$inc` of `tiny`", p -> p.increment(COUNTER.TINY, (byte) 28));
        refused(ErrorCode.TYPE_MISMATCH, "`$dec` of `tiny`", p -> p.decrement(COUNTER.TINY, (byte) -28));
        refused(ErrorCode.TYPE_MISMATCH, "`$multiply` of `small`", p -> p.multiply(COUNTER.SMALL, (short) 328));
        refused(ErrorCode.TYPE_MISMATCH, "`$inc` of `whole`", p -> p.increment(COUNTER.WHOLE, Integer.MAX_VALUE - 99));
        refused(ErrorCode.TYPE_MISMATCH, "`$dec` of `large`", p -> p.decrement(COUNTER.LARGE, -Long.MAX_VALUE));
        refused(ErrorCode.TYPE_MISMATCH, "`$multiply` of `large`", p -> p.multiply(COUNTER.LARGE, Long.MAX_VALUE / 2));
        refused(ErrorCode.TYPE_MISMATCH, "`$multiply` of `real`", p -> p.multiply(COUNTER.REAL, Double.MAX_VALUE));
        refused(
                ErrorCode.TYPE_MISMATCH,
                "`$inc` of `exact`",
                p -> p.increment(COUNTER.EXACT, new BigDecimal("99999900")));
        refused(
                ErrorCode.TYPE_MISMATCH,
                "`$multiply` of `exact`",
                p -> p.multiply(COUNTER.EXACT, new BigDecimal("0.00001")));
        refused(
                ErrorCode.TYPE_MISMATCH,
                "`$multiply` of `digits`",
                p -> p.multiply(COUNTER.DIGITS, new BigInteger("999999999999999999")));
        refused(ErrorCode.TYPE_MISMATCH, "`$concat` of `code`", p -> p.concat(COUNTER.CODE, "12345"));
        // blanks too, which SQL allows to be cut off
        refused(ErrorCode.TYPE_MISMATCH, "`$concat` of `code`", p -> p.concat(COUNTER.CODE, "     "));
    }

    @Test
    void productsOfSmallDoublesAreStoredOrRefused() {
        long id = counters.create(counter(1)).id();
        counters.update(id, p -> p.multiply(COUNTER.REAL, 1e-200));
        refused(ErrorCode.TYPE_MISMATCH, "`$multiply` of `real`", p -> p.multiply(COUNTER.REAL, -1e-200));
        assertThat(counters.update(id, p -> p.multiply(COUNTER.REAL, 1e-110)).real())
                .isEqualTo(1e-200 * 1e-110);
        assertThat(counters.update(id, p -> p.multiply(COUNTER.REAL, 0.0)).real())
                .isZero();
        assertThat(counters.update(id, p -> p.multiply(COUNTER.REAL, 1e-200)).real())
                .isZero();
    }

    @Test
    void operandsAreChecked() {
        counters.create(counter(1));
        STATEMENTS.clear();
        refused(ErrorCode.TYPE_MISMATCH, "`update.$inc.whole`", Map.of("$inc", Map.of("whole", 1.5)));
        refused(ErrorCode.TYPE_MISMATCH, "`update.whole.$inc`", Map.of("whole", Map.of("$inc", "1")));
        refused(ErrorCode.TYPE_MISMATCH, "`update.tiny.$inc`", Map.of("tiny", Map.of("$inc", 200)));
        refused(ErrorCode.TYPE_MISMATCH, "`update.exact.$inc`", Map.of("exact", Map.of("$inc", "0.00001")));
        refused(
                ErrorCode.TYPE_MISMATCH,
                "`update.exact.$multiply`",
                Map.of("exact", Map.of("$multiply", "1.0000000000000000001")));
        refused(ErrorCode.TYPE_MISMATCH, "`update.words.$concat`", Map.of("words", Map.of("$concat", "a\0")));
        refused(ErrorCode.TYPE_MISMATCH, "`update.$inc`", Map.of("$inc", 1));
        refused(ErrorCode.TYPE_MISMATCH, "`update.$unset.note`", Map.of("$unset", Map.of("note", 1)));
        refused(
                ErrorCode.TYPE_MISMATCH,
                "`update.whole.$inc`",
                Map.of("whole", java.util.Collections.singletonMap("$inc", null)));
        refused(ErrorCode.NAME_UNKNOWN, "$inc", Map.of("$incr", Map.of("whole", 1)));
        refused(ErrorCode.NAME_UNKNOWN, "$multiply", Map.of("whole", Map.of("$multipy", 1)));
        refused(ErrorCode.NAME_UNKNOWN, "whole", Map.of("$inc", Map.of("whol", 1)));
        refused(ErrorCode.CHANGED_TWICE, "twice", Map.of("$inc", Map.of("whole", 1), "whole", 3));
        refused(ErrorCode.CHANGED_TWICE, "twice", Map.of("whole", Map.of("$inc", 1, "$dec", 1)));
        refused(ErrorCode.OPERATOR_UNFIT, "`update.words.$inc`", Map.of("words", Map.of("$inc", 1)));
        refused(ErrorCode.OPERATOR_UNFIT, "`update.single.$inc`", Map.of("single", Map.of("$inc", 1)));
        refused(ErrorCode.OPERATOR_UNFIT, "`update.whole.$concat`", Map.of("whole", Map.of("$concat", "1")));
        refused(ErrorCode.OPERATOR_UNFIT, "`update.whole.$unset`", Map.of("whole", Map.of("$unset", true)));
        refused(ErrorCode.MANAGED_FIELD, "id", Map.of("$inc", Map.of("id", 1)));
        refused(ErrorCode.MANAGED_FIELD, "id", Map.of("$unset", Map.of("id", true)));
        refused(ErrorCode.MANAGED_FIELD, "updated_at", Map.of("updated_at", Map.of("$inc", 1)));
        assertThat(STATEMENTS).isEmpty();
        assertThatThrownBy(() -> df.node("CounterBulkUpdateNode")
                        .run(Map.of("data", List.of(Map.of("id", 1, "whole", Map.of("$inc", 1))))))
                .hasMessageContaining("DF-104")
                .hasMessageContaining("`$inc` of `whole`");
    }

    @Test
    void aFieldIsChangedOnce() {
        counters.create(counter(1));
        List<Consumer<CounterPatch>> twice = List.of(
                p -> p.increment(COUNTER.MAYBE, 1).increment(COUNTER.MAYBE, 1),
                p -> p.increment(COUNTER.MAYBE, 1).maybe(2),
                p -> p.maybe(2).decrement(COUNTER.MAYBE, 1),
                p -> p.setNull(COUNTER.MAYBE).increment(COUNTER.MAYBE, 1),
                p -> p.multiply(COUNTER.MAYBE, 2).setNull(COUNTER.MAYBE),
                p -> p.setExpression(COUNTER.MAYBE, COUNTER.WHOLE).multiply(COUNTER.MAYBE, 2));
        twice.forEach(patch -> refused(ErrorCode.CHANGED_TWICE, "`maybe` twice", patch));
        refused(ErrorCode.CHANGED_TWICE, "twice", Map.of("$set", Map.of("note", "a"), "note", "b"));
        refused(ErrorCode.CHANGED_TWICE, "twice", Map.of("$inc", Map.of("maybe", 1), "$unset", Map.of("maybe", true)));
        counters.bulkUpdate(BulkQuery::confirmed, p -> p.maybe(2).maybe(3));
        assertThat(counters.list(q -> {}).records().get(0).maybe()).isEqualTo(3);
    }

    @Test
    void onlyAsManyRowsAsAskedAreChangedAndAllOnlyWhenConfirmed() {
        counters.create(counter(1));
        counters.create(counter(1));
        counters.create(counter(1));
        assertThat(counters.bulkUpdate(q -> q.confirmed().limit(2), p -> p.increment(COUNTER.WHOLE, 5))
                        .updated())
                .isEqualTo(2);
        Map<String, Object> update = Map.of("whole", Map.of("$multiply", 3));
        assertThat(df.node("CounterBulkUpdateNode")
                        .run(Map.of("filter", Map.of("whole", 6), "limit", 1, "update", update)))
                .containsEntry("updated", 1L);
        assertThat(counters.list(q -> q.orderBy(COUNTER.ID.asc())).records())
                .extracting(Counter::whole)
                .containsExactly(18, 6, 1);
        refusedUnconfirmed(() -> counters.bulkUpdate(q -> q.limit(1), p -> p.increment(COUNTER.WHOLE, 1)));
        refusedUnconfirmed(() -> df.node("CounterBulkUpdateNode").run(Map.of("filter", Map.of(), "update", update)));
        refusedUnconfirmed(() -> df.node("CounterBulkUpdateNode").run(Map.of("limit", 1, "update", update)));
        refusedUnconfirmed(() -> df.node("CounterBulkDeleteNode").run(Map.of("filter", Map.of(), "limit", 1)));
        assertThat(df.node("CounterBulkDeleteNode").run(Map.of("filter", Map.of(), "limit", 2, "confirmed", true)))
                .containsEntry("deleted", 2L);
        assertThat(counters.count()).isEqualTo(1);
    }

    private static void refusedUnconfirmed(ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).hasMessageContaining("DF-109");
    }

    @Test
    void whatIsNoNumberOrTextHasNoOperators() {
        List<String> plain = List.of(
                "aBoolean",
                "bytes",
                "uuid",
                "color",
                "instant",
                "date",
                "time",
                "dateTime",
                "json",
                "texts",
                "numbers");
        STATEMENTS.clear();
        for (String operator : List.of("$inc", "$dec", "$multiply", "$concat")) {
            for (String field : plain) {
                assertThatThrownBy(() -> df.node("EverythingBulkUpdateNode")
                                .run(Map.of(
                                        "filter", Map.of("anInt", 1), "update", Map.of(field, Map.of(operator, "1")))))
                        .hasMessageContaining("DF-123")
                        .hasMessageContaining("`update." + field + "." + operator + "`");
            }
        }
        assertThat(STATEMENTS).isEmpty();
    }

    @Test
    void theSmallestIntegersAreOperandsToo() {
        long id = counters.create(counter(0)).id();
        counters.update(id, p -> p.increment(COUNTER.LARGE, Long.MIN_VALUE).tiny((byte) -1));
        assertThat(counters.read(id).orElseThrow().large()).isEqualTo(Long.MIN_VALUE);
        counters.update(id, p -> p.large(-1L));
        Counter row = counters.update(
                id, p -> p.decrement(COUNTER.LARGE, Long.MIN_VALUE).decrement(COUNTER.TINY, Byte.MIN_VALUE));
        assertThat(row.large()).isEqualTo(Long.MAX_VALUE);
        assertThat(row.tiny()).isEqualTo(Byte.MAX_VALUE);
        counters.update(id, p -> p.large(Long.MIN_VALUE));
        refused(ErrorCode.TYPE_MISMATCH, "`$multiply` of `large`", p -> p.multiply(COUNTER.LARGE, -1L));
    }

    @Test
    void oldValuesAreRead() {
        long id = counters.create(counter(3)).id();
        Counter row = counters.update(
                id,
                p -> p.increment(COUNTER.WHOLE, 10)
                        .setExpression(COUNTER.MAYBE, COUNTER.WHOLE)
                        .multiply(COUNTER.EXACT, new BigDecimal("2.5"))
                        .concat(COUNTER.CODE, "x"));
        assertThat(row.whole()).isEqualTo(13);
        assertThat(row.maybe()).isEqualTo(3);
        assertThat(row.exact()).isEqualTo(new BigDecimal("7.5000"));
        assertThat(row.code()).isEqualTo("c3x");
    }

    @Test
    void statementsAreCachedByShape() {
        counters.create(counter(3));
        bulk(Map.of("$inc", Map.of("whole", 1)));
        long rendered = df.statementCache().misses();
        bulk(Map.of("$inc", Map.of("whole", 2)));
        bulk(Map.of("whole", Map.of("$inc", 3)));
        assertThat(df.statementCache().misses()).isEqualTo(rendered);
        bulk(Map.of("$dec", Map.of("whole", 3)));
        assertThat(df.statementCache().misses()).isEqualTo(rendered + 1);
        assertThat(counters.list(q -> {}).records().get(0).whole()).isEqualTo(6);
    }
}
