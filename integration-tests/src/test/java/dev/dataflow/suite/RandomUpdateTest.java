package dev.dataflow.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.InvalidInputException;
import dev.dataflow.query.BulkQuery;
import dev.dataflow.testing.TestDatabase;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Random updates by operators store what exact arithmetic in Java says, or nothing, on every database.
 * {@code -Dupdates.random=20000} runs more, and {@code -Dupdates.seed} repeats a run.
 */
class RandomUpdateTest extends EngineSuite {

    private static final int COUNT = Integer.getInteger("updates.random", 100);
    private static final long SEED = Long.getLong("updates.seed", System.nanoTime());
    private static final List<String> NUMBERS =
            List.of("tiny", "small", "whole", "large", "real", "exact", "digits", "maybe");
    private static final List<String> TEXTS = List.of("code", "words", "note");
    private static final Map<String, Integer> BITS =
            Map.of("tiny", 8, "small", 16, "whole", 32, "maybe", 32, "large", 64);

    private final Random random = new Random(SEED);

    RandomUpdateTest(TestDatabase database) {
        super(database);
    }

    private Map<String, Object> row(Object id) {
        Map<String, Object> row = df.node("CounterReadNode").run(Map.of("id", id));
        row.keySet().removeAll(List.of("found", "created_at", "updated_at"));
        return row;
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private Object operand(String field, String operator) {
        long number =
                one(List.of(0L, 1L, -1L, 2L, -3L, 7L, 100L, -120L, 30_000L, 2_000_000_000L, 4_000_000_000_000_000L));
        if (BITS.containsKey(field)) {
            int bits = BITS.get(field);
            return BigInteger.valueOf(number).bitLength() < bits ? number : number % 100;
        }
        return switch (field) {
            case "digits" -> BigInteger.valueOf(number);
            case "real" -> number / 4.0;
            case "exact" ->
                operator.equals("$multiply")
                        ? one(List.of("0", "-1", "0.5", "1.1", "0.0001", "12.00", "1000"))
                        : one(List.of("0", "0.0001", "-1.5", "99999.9999", "-12345678", "3"));
            default -> one(List.of("", "a", " ", "é", "\uD83D\uDE00", "'\"\\%", "abc"));
        };
    }

    /** The new value; null where it does not fit. */
    private static @Nullable Object computed(String field, Object old, String operator, Object operand) {
        if (old instanceof String text) {
            String joined = text + operand;
            return field.equals("code") && joined.codePointCount(0, joined.length()) > 8 ? null : joined;
        }
        if (field.equals("real")) {
            double left = (Double) old;
            double right = (Double) operand;
            double result =
                    operator.equals("$inc") ? left + right : operator.equals("$dec") ? left - right : left * right;
            return Double.isFinite(result) ? result + 0.0 : null;
        }
        BigDecimal left = new BigDecimal(old.toString());
        BigDecimal right = new BigDecimal(operand.toString());
        BigDecimal result = operator.equals("$inc")
                ? left.add(right)
                : operator.equals("$dec") ? left.subtract(right) : left.multiply(right);
        if (field.equals("exact")) {
            BigDecimal shortest = result.stripTrailingZeros();
            boolean fits = shortest.scale() <= 4 && result.abs().compareTo(BigDecimal.TEN.pow(8)) < 0;
            return fits ? result.setScale(4) : null;
        }
        BigInteger whole = result.toBigIntegerExact();
        if (field.equals("digits")) {
            return whole.abs().compareTo(BigInteger.TEN.pow(20)) < 0 ? whole : null;
        }
        if (whole.bitLength() >= BITS.get(field)) {
            return null;
        }
        return switch (field) {
            case "tiny" -> whole.byteValueExact();
            case "small" -> whole.shortValueExact();
            case "large" -> whole.longValueExact();
            default -> whole.intValueExact();
        };
    }

    @Test
    void updatesStoreWhatExactArithmeticSays() {
        CounterNodes counters = CounterNodes.on(df);
        counters.bulkDelete(BulkQuery::confirmed);
        List<Object> ids = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            ids.add(counters.create(UpdateOperatorsTest.counter(i)).id());
        }
        ids.add(counters.update(
                        counters.create(UpdateOperatorsTest.counter(9)).id(),
                        p -> p.maybe(null).note(null))
                .id());
        int done = 0;
        int refused = 0;
        for (int i = 0; i < COUNT; i++) {
            Map<String, Object> update = new LinkedHashMap<>();
            Map<Object, Map<String, Object>> expected = new LinkedHashMap<>();
            ids.forEach(id -> expected.put(id, row(id)));
            boolean fits = true;
            for (int n = random.nextInt(3); n >= 0; n--) {
                boolean text = random.nextInt(4) == 0;
                String field = one(text ? TEXTS : NUMBERS);
                String operator = text ? "$concat" : one(List.of("$inc", "$dec", "$multiply"));
                Object operand = operand(field, operator);
                if (update.putIfAbsent(field, Map.of(operator, operand)) != null) {
                    continue;
                }
                for (Map<String, Object> row : expected.values()) {
                    Object old = row.get(field);
                    Object result = old == null ? null : computed(field, old, operator, operand);
                    fits &= old == null || result != null;
                    row.put(field, result);
                }
            }
            String run = "-Dupdates.seed=" + SEED + ", update " + i + " on " + database.engine() + ": " + update;
            boolean stored = run(update, run);
            assertThat(stored).as(run).isEqualTo(fits);
            done += stored ? 1 : 0;
            refused += stored ? 0 : 1;
            if (stored) {
                ids.forEach(id -> assertThat(row(id)).as(run).isEqualTo(expected.get(id)));
            } else if (random.nextInt(3) == 0) {
                reset(ids);
            }
        }
        assertThat(done).as("stored").isPositive();
        assertThat(refused).as("refused").isPositive();
    }

    private boolean run(Map<String, ?> update, String run) {
        try {
            df.node("CounterBulkUpdateNode").run(Map.of("filter", Map.of(), "confirmed", true, "update", update));
            return true;
        } catch (InvalidInputException e) {
            assertThat(e.code()).as(run).isEqualTo(ErrorCode.TYPE_MISMATCH);
            return false;
        }
    }

    /** Small values again, or nothing would fit any more. */
    private void reset(List<Object> ids) {
        Map<String, Object> small = new LinkedHashMap<>();
        NUMBERS.stream().filter(name -> !name.equals("maybe")).forEach(name -> small.put(name, random.nextInt(20)));
        TEXTS.stream().filter(name -> !name.equals("note")).forEach(name -> small.put(name, "x"));
        df.node("CounterUpdateNode").run(Map.of("filter", Map.of("id", one(ids)), "fields", small));
        df.node("CounterBulkUpdateNode").run(Map.of("filter", Map.of(), "confirmed", true, "update", small));
    }
}
