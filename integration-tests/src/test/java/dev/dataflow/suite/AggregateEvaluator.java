package dev.dataflow.suite;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What aggregations of items must give, computed in memory by the rules of the guide. */
final class AggregateEvaluator {

    private static final Comparator<@Nullable Object> ORDER = Comparator.nullsFirst(AggregateEvaluator::compare);

    private final List<Item> items;
    private final FilterEvaluator filters;

    AggregateEvaluator(List<Item> items) {
        this.items = items;
        this.filters = new FilterEvaluator(items, List.of());
    }

    List<Map<String, @Nullable Object>> groups(Map<String, ?> input) {
        List<?> keys = (List<?>) input.get("group_by");
        Map<?, ?> filter = (Map<?, ?>) input.get("filter");
        Map<List<@Nullable Object>, List<Item>> rows = new LinkedHashMap<>();
        if (keys.isEmpty()) {
            rows.put(List.of(), new ArrayList<>());
        }
        for (Item item : items) {
            if (filter == null || filters.matches(item, filter)) {
                List<@Nullable Object> key = new ArrayList<>();
                keys.forEach(name -> key.add(value(item, (String) name)));
                rows.computeIfAbsent(key, ignored -> new ArrayList<>()).add(item);
            }
        }
        List<Map<String, @Nullable Object>> groups = new ArrayList<>();
        rows.forEach((key, members) -> {
            Map<String, @Nullable Object> group = new LinkedHashMap<>();
            for (int i = 0; i < keys.size(); i++) {
                group.put((String) keys.get(i), key.get(i));
            }
            ((Map<?, ?>) input.get("aggregate"))
                    .forEach((alias, computed) -> group.put((String) alias, compute((Map<?, ?>) computed, members)));
            if (isKept(group, (Map<?, ?>) input.get("having"))) {
                groups.add(group);
            }
        });
        groups.sort(order(input, keys));
        Integer limit = (Integer) input.get("limit");
        return limit == null ? groups : groups.subList(0, Math.min(limit, groups.size()));
    }

    private static Comparator<Map<String, @Nullable Object>> order(Map<String, ?> input, List<?> keys) {
        Comparator<Map<String, @Nullable Object>> order = (a, b) -> 0;
        for (Object sort : (List<?>) input.get("sort")) {
            String name = (String) sort;
            Comparator<Map<String, @Nullable Object>> step = name.startsWith("-")
                    ? Comparator.comparing(group -> group.get(name.substring(1)), ORDER.reversed())
                    : Comparator.comparing(group -> group.get(name), ORDER);
            order = order.thenComparing(step);
        }
        for (Object key : keys) {
            Comparator<Map<String, @Nullable Object>> step = Comparator.comparing(group -> group.get(key), ORDER);
            order = order.thenComparing(step);
        }
        return order;
    }

    private static @Nullable Object compute(Map<?, ?> computed, List<Item> members) {
        String function = (String) computed.keySet().iterator().next();
        String field = (String) computed.values().iterator().next();
        if (field.equals("*")) {
            return (long) members.size();
        }
        List<Object> values = new ArrayList<>();
        for (Item item : members) {
            Object value = value(item, field);
            if (value != null) {
                values.add(value);
            }
        }
        switch (function) {
            case "$count":
                return (long) values.size();
            case "$countDistinct":
                return values.stream().distinct().count();
            case "$min":
                return values.stream().min(ORDER).orElse(null);
            case "$max":
                return values.stream().max(ORDER).orElse(null);
            default:
                break;
        }
        if (values.isEmpty()) {
            return null;
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (Object value : values) {
            sum = sum.add(new BigDecimal(value.toString()));
        }
        boolean decimal = values.get(0) instanceof BigDecimal;
        if (function.equals("$sum")) {
            if (values.get(0) instanceof Integer) {
                return sum.longValueExact();
            }
            return decimal ? sum : (Object) sum.toBigIntegerExact();
        }
        return sum.divide(BigDecimal.valueOf(values.size()), decimal ? 6 : 4, RoundingMode.HALF_UP);
    }

    private static boolean isKept(Map<String, @Nullable Object> group, @Nullable Map<?, ?> having) {
        if (having == null) {
            return true;
        }
        String name = (String) having.keySet().iterator().next();
        boolean negated = name.equals("$not");
        Map<?, ?> plain = negated ? (Map<?, ?>) Objects.requireNonNull(having.get(name)) : having;
        String alias = (String) plain.keySet().iterator().next();
        Map<?, ?> operators = (Map<?, ?>) Objects.requireNonNull(plain.get(alias));
        String operator = (String) operators.keySet().iterator().next();
        Object value = group.get(alias);
        if (operator.equals("$null")) {
            return (value == null) == (Boolean) operators.get(operator);
        }
        if (value == null) {
            return false; // unknown, and so is its opposite
        }
        int compared = compare(value, operators.get(operator));
        boolean holds = switch (operator) {
            case "$eq" -> compared == 0;
            case "$ne" -> compared != 0;
            case "$gt" -> compared > 0;
            case "$gte" -> compared >= 0;
            case "$lt" -> compared < 0;
            default -> compared <= 0;
        };
        return holds != negated;
    }

    @SuppressWarnings("unchecked") // values of one field
    private static int compare(Object a, Object b) {
        if (a instanceof String text) {
            return Arrays.compare(
                    text.codePoints().toArray(), ((String) b).codePoints().toArray());
        }
        if (a instanceof Number) {
            return new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString()));
        }
        return a instanceof UUID ? a.toString().compareTo(b.toString()) : ((Comparable<Object>) a).compareTo(b);
    }

    private static @Nullable Object value(Item item, String field) {
        return switch (field) {
            case "id" -> item.id();
            case "name" -> item.name();
            case "note" -> item.note();
            case "code" -> item.code();
            case "rank" -> item.rank();
            case "price" -> item.price();
            case "weight" -> item.weight();
            case "active" -> item.active();
            case "color" -> item.color() == null ? null : item.color().name();
            case "seen_at" -> item.seenAt();
            case "made_on" -> item.madeOn();
            case "tag" -> item.tag();
            default -> throw new IllegalArgumentException(field);
        };
    }
}
