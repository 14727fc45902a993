package dev.dataflow.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.dataflow.query.BulkQuery;
import dev.dataflow.testing.TestDatabase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Random aggregations give the groups that {@link AggregateEvaluator} computes in memory, in order, on every database.
 * {@code -Daggregates.random=50000} runs more, and {@code -Daggregates.seed} repeats a run.
 */
class RandomAggregateTest extends EngineSuite {

    private static final int COUNT = Integer.getInteger("aggregates.random", 300);
    private static final long SEED = Long.getLong("aggregates.seed", System.nanoTime());

    private static final List<String> GROUPED =
            List.of("note", "rank", "price", "active", "color", "seen_at", "made_on", "tag", "weight");
    private static final List<String> NUMBERS = List.of("rank", "price", "id");
    private static final List<String> ORDERED =
            List.of("name", "note", "code", "rank", "price", "weight", "color", "seen_at", "made_on");
    private static final List<String> FIELDS =
            List.of("name", "note", "rank", "price", "weight", "active", "color", "seen_at", "made_on", "tag");

    private final ItemNodes items = ItemNodes.on(df);
    private final Random random = new Random(SEED);
    private final FilterValues values = new FilterValues(random);
    private final RandomFilters filters = new RandomFilters(random);

    RandomAggregateTest(TestDatabase database) {
        super(database);
    }

    private List<Item> rows() {
        items.bulkUpdate(BulkQuery::confirmed, p -> p.wholeId(null));
        items.bulkDelete(BulkQuery::confirmed);
        List<Item> stored = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            stored.add(items.create(d -> d.name(values.text())
                    .note(values.maybe(values::text))
                    .code(values.maybe(values::text))
                    .rank(values.maybe(values::integer))
                    .price(values.decimal())
                    .weight(values.maybe(values::binary))
                    .active(values.maybe(random::nextBoolean))
                    .color(values.maybe(() -> values.one(List.of(Color.values()))))
                    .seenAt(values.maybe(values::instant))
                    .madeOn(values.maybe(values::date))
                    .tag(values.maybe(values::uuid))));
        }
        return stored;
    }

    @Test
    void givesTheGroupsThatTheRulesSay() {
        AggregateEvaluator evaluator = new AggregateEvaluator(rows());
        for (int i = 0; i < COUNT; i++) {
            Map<String, Object> input = input();
            String run = "-Daggregates.seed=" + SEED + ", call " + i + " on " + database.engine() + ": " + input;
            assertThat(groups(input, run)).as(run).isEqualTo(evaluator.groups(input));
        }
    }

    private Map<String, Object> input() {
        Map<String, Object> aggregate = new LinkedHashMap<>();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            aggregate.put("x" + i, computed());
        }
        List<String> groups =
                values.some(3, () -> values.one(GROUPED)).stream().distinct().toList();
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("group_by", groups);
        input.put("aggregate", aggregate);
        if (random.nextInt(3) == 0) {
            input.put("filter", filters.items(0));
        }
        if (random.nextInt(2) == 0) {
            input.put("having", having(aggregate));
        }
        List<String> names = new ArrayList<>(groups);
        names.addAll(aggregate.keySet());
        input.put("sort", values.some(2, () -> (random.nextBoolean() ? "-" : "") + values.one(names)));
        if (random.nextInt(3) == 0) {
            input.put("limit", 1 + random.nextInt(5));
        }
        return input;
    }

    private Map<String, Object> computed() {
        return switch (random.nextInt(7)) {
            case 0, 1 -> Map.of("$sum", values.one(NUMBERS));
            case 2 -> Map.of("$avg", values.one(List.of("rank", "price", "id")));
            case 3 -> Map.of("$min", values.one(ORDERED));
            case 4 -> Map.of("$max", values.one(ORDERED));
            case 5 -> Map.of("$count", values.one(List.of("*", "note", "rank")));
            default -> Map.of("$countDistinct", values.one(FIELDS));
        };
    }

    private Map<String, Object> having(Map<String, Object> aggregate) {
        String alias = values.one(List.copyOf(aggregate.keySet()));
        Map<?, ?> computed = (Map<?, ?>) aggregate.get(alias);
        String function = (String) computed.keySet().iterator().next();
        if (List.of("$min", "$max").contains(function)) {
            return Map.of(alias, Map.of("$null", random.nextBoolean()));
        }
        String operator = values.one(List.of("$eq", "$ne", "$gt", "$gte", "$lt", "$lte"));
        Object operand = function.equals("$avg")
                ? new BigDecimal(values.one(List.of("-1", "0.5", "3.333333", "10")))
                : values.one(List.of(0L, 1L, 2L, 3L, 10L));
        Map<String, Object> having = Map.of(alias, Map.of(operator, operand));
        return random.nextInt(3) == 0 ? Map.of("$not", having) : having;
    }

    private @Nullable Object groups(Map<String, Object> input, String run) {
        try {
            return df.node("ItemAggregateNode").run(input).get("groups");
        } catch (RuntimeException e) {
            return fail(run, e);
        }
    }
}
