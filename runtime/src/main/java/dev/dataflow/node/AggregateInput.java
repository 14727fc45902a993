package dev.dataflow.node;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.NearestName;
import dev.dataflow.query.AggregateFunction;
import dev.dataflow.query.AggregateQuery;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads an aggregation given as a map.
 *
 * @param input the node's input
 */
record AggregateInput(Input input) {

    /** What counts rows instead of values. */
    private static final String ROWS = "*";

    void read(AggregateQuery query) {
        query.groupBy(input.names("group_by").toArray(new String[0]));
        input.map("aggregate").forEach((alias, given) -> compute(query, alias, given));
        query.filter(input.map("filter"));
        if (input.has("having")) {
            query.having(input.map("having"));
        }
        query.sort(new SortInput(input).names());
        if (input.flag("include_deleted", false)) {
            query.includeDeleted();
        }
        if (input.has("limit")) {
            query.limit(input.number("limit", 0));
        }
    }

    private void compute(AggregateQuery query, String alias, @Nullable Object given) {
        String key = "aggregate." + alias;
        if (!(given instanceof Map<?, ?> map)
                || map.size() != 1
                || !(map.keySet().iterator().next() instanceof String symbol)
                || !(map.values().iterator().next() instanceof String field)) {
            throw input.wrong(key, "a map of one function to a field, such as {\"$sum\": \"total\"}");
        }
        AggregateFunction function = AggregateFunction.of(symbol);
        if (function == null) {
            throw Refusal.of(
                    ErrorCode.NAME_UNKNOWN,
                    "`" + symbol + "` in `" + key + "` is no function",
                    "the functions are " + String.join(", ", AggregateFunction.symbols()),
                    NearestName.suggest(symbol, AggregateFunction.symbols()));
        }
        boolean rows = function == AggregateFunction.COUNT && field.equals(ROWS);
        query.compute(alias, function, rows ? null : field);
    }
}
