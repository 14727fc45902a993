package dev.dataflow.suite;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Says which items a filter is to find, from the text of the rules and without a line of the runtime. */
record FilterEvaluator(List<Item> items, List<Shelf> shelves) {

    boolean matches(Item item, Map<?, ?> filter) {
        return Boolean.TRUE.equals(of(filter, (name, value) -> item(item, name, value)));
    }

    private @Nullable Boolean of(Map<?, ?> filter, BiFunction<String, @Nullable Object, @Nullable Boolean> named) {
        List<@Nullable Boolean> terms = new ArrayList<>();
        for (Map.Entry<?, ?> entry : filter.entrySet()) {
            Object value = entry.getValue();
            terms.add(
                    switch ((String) entry.getKey()) {
                        case "$and" ->
                            all(((List<?>) value)
                                    .stream()
                                            .map(each -> of((Map<?, ?>) each, named))
                                            .toArray(Boolean[]::new));
                        case "$or" ->
                            any(((List<?>) value)
                                    .stream()
                                            .map(each -> of((Map<?, ?>) each, named))
                                            .toArray(Boolean[]::new));
                        case "$nor" ->
                            not(any(((List<?>) value)
                                    .stream()
                                            .map(each -> of((Map<?, ?>) each, named))
                                            .toArray(Boolean[]::new)));
                        case "$not" -> not(of((Map<?, ?>) value, named));
                        default -> named.apply((String) entry.getKey(), value);
                    });
        }
        return all(terms.toArray(Boolean[]::new));
    }

    private @Nullable Boolean item(Item item, String name, @Nullable Object given) {
        return switch (name) {
            case "name" -> field(item.name(), given);
            case "note" -> field(item.note(), given);
            case "code" -> field(item.code(), given);
            case "rank" -> field(item.rank(), given);
            case "price" -> field(item.price(), given);
            case "weight" -> field(item.weight(), given);
            case "active" -> field(item.active(), given);
            case "color" -> field(item.color() == null ? null : item.color().name(), given);
            case "seen_at" -> field(item.seenAt(), given);
            case "made_on" -> field(item.madeOn(), given);
            case "tag" -> field(item.tag(), given);
            case "digest" -> field(item.digest(), given);
            case "labels" -> field(item.labels(), given);
            case "scores" -> field(item.scores(), given);
            case "shelf" ->
                toOne(shelves, shelf -> shelf.id().equals(item.shelfId()), given, (shelf, of) -> shelf(shelf, of));
            case "whole" -> toOne(items, whole -> whole.id().equals(item.wholeId()), given, this::itemOf);
            case "parts" -> toMany(items, part -> item.id().equals(part.wholeId()), (Map<?, ?>) given, this::itemOf);
            default -> path(item.meta(), name.substring("meta.".length()).split("\\."), given);
        };
    }

    private @Nullable Boolean itemOf(Item item, Map<?, ?> filter) {
        return of(filter, (name, value) -> item(item, name, value));
    }

    private @Nullable Boolean shelf(Shelf shelf, Map<?, ?> filter) {
        return of(filter, (name, value) -> switch (name) {
            case "label" -> field(shelf.label(), value);
            case "floor" -> field(shelf.floor(), value);
            default -> toMany(items, item -> shelf.id().equals(item.shelfId()), (Map<?, ?>) value, this::itemOf);
        });
    }

    private static <T> boolean toOne(
            List<T> rows,
            Predicate<T> led,
            @Nullable Object given,
            BiFunction<T, Map<?, ?>, @Nullable Boolean> matches) {
        return given == null
                ? rows.stream().noneMatch(led)
                : rows.stream().filter(led).anyMatch(row -> Boolean.TRUE.equals(matches.apply(row, (Map<?, ?>) given)));
    }

    private static <T> boolean toMany(
            List<T> rows, Predicate<T> led, Map<?, ?> given, BiFunction<T, Map<?, ?>, @Nullable Boolean> matches) {
        String quantifier = (String) given.keySet().iterator().next();
        Object of = given.get(quantifier);
        Predicate<T> matching = row -> Boolean.TRUE.equals(matches.apply(row, (Map<?, ?>) of));
        return switch (quantifier) {
            case "$exists" -> rows.stream().anyMatch(led) == (Boolean) of;
            case "$null" -> rows.stream().noneMatch(led) == (Boolean) of;
            case "$some" -> rows.stream().filter(led).anyMatch(matching);
            case "$none" -> rows.stream().filter(led).noneMatch(matching);
            default -> rows.stream().filter(led).allMatch(matching);
        };
    }

    private static @Nullable Boolean path(@Nullable Map<String, Object> json, String[] keys, @Nullable Object given) {
        Object value = json;
        boolean present = json != null;
        for (String key : keys) {
            present = value instanceof Map<?, ?> map && map.containsKey(key);
            value = present ? ((Map<?, ?>) value).get(key) : null;
        }
        boolean there = present;
        Object found = value;
        return operators(found, given, (operator, operand) -> {
            if (operator.equals("$exists")) {
                return there == (Boolean) operand;
            }
            Object like = operand instanceof List<?> list ? list.isEmpty() ? null : list.get(0) : operand;
            boolean plain = operator.equals("$null") || like == null;
            Object kind = plain
                            || found instanceof String && like instanceof String
                            || found instanceof Number && like instanceof Number
                            || found instanceof Boolean && like instanceof Boolean
                    ? found
                    : null;
            Function<Object, Object> number = each -> each instanceof Number n ? (Object) n.doubleValue() : each;
            return operator(
                    kind == null ? null : number.apply(kind),
                    operator,
                    operand instanceof List<?> list
                            ? list.stream().map(number).toList()
                            : operand == null ? null : number.apply(operand));
        });
    }

    private static @Nullable Boolean field(@Nullable Object value, @Nullable Object given) {
        return operators(value, given, (operator, operand) -> operator(value, operator, operand));
    }

    private static @Nullable Boolean operators(
            @Nullable Object value,
            @Nullable Object given,
            BiFunction<String, @Nullable Object, @Nullable Boolean> operator) {
        if (!(given instanceof Map<?, ?> map)) {
            return operator.apply("$eq", given);
        }
        List<@Nullable Boolean> terms = new ArrayList<>();
        map.forEach((name, operand) -> terms.add(
                switch ((String) name) {
                    case "$not" -> not(operators(value, operand, operator));
                    case "$size" ->
                        value == null
                                ? operators(null, operand, (n, o) -> null)
                                : field((long) ((List<?>) value).size(), operand);
                    default -> operator.apply((String) name, operand);
                }));
        return all(terms.toArray(Boolean[]::new));
    }

    private static @Nullable Boolean operator(@Nullable Object value, String operator, @Nullable Object operand) {
        switch (operator) {
            case "$null":
                return (value == null) == (Boolean) operand;
            case "$exists":
                return (value != null) == (Boolean) operand;
            case "$eq", "$ne":
                if (operand == null) {
                    return (value == null) == operator.equals("$eq");
                }
                break;
            case "$in", "$overlaps":
                if (((List<?>) operand).isEmpty()) {
                    return false;
                }
                break;
            case "$nin":
                if (((List<?>) operand).isEmpty()) {
                    return true;
                }
                break;
            case "$contains":
                if (operand instanceof List<?> list && list.isEmpty()) {
                    return true;
                }
                break;
            default:
                break;
        }
        return value == null || operand == null ? null : known(value, operator, operand);
    }

    private static boolean known(Object value, String operator, Object operand) {
        return switch (operator) {
            case "$eq" -> compare(value, operand) == 0;
            case "$ne" -> compare(value, operand) != 0;
            case "$gt" -> compare(value, operand) > 0;
            case "$gte" -> compare(value, operand) >= 0;
            case "$lt" -> compare(value, operand) < 0;
            case "$lte" -> compare(value, operand) <= 0;
            case "$between" ->
                compare(value, ((List<?>) operand).get(0)) >= 0 && compare(value, ((List<?>) operand).get(1)) <= 0;
            case "$in" -> ((List<?>) operand).stream().anyMatch(each -> compare(value, each) == 0);
            case "$nin" -> ((List<?>) operand).stream().noneMatch(each -> compare(value, each) == 0);
            case "$contains" ->
                value instanceof String text
                        ? text.contains((String) operand)
                        : ((List<?>) value).containsAll(operand instanceof Collection<?> all ? all : List.of(operand));
            case "$overlaps" -> ((List<?>) value).stream().anyMatch(((List<?>) operand)::contains);
            case "$startsWith" -> ((String) value).startsWith((String) operand);
            case "$endsWith" -> ((String) value).endsWith((String) operand);
            case "$like" -> like(points((String) value), 0, points((String) operand), 0);
            case "$ilike" -> like(points(lower((String) value)), 0, points(lower((String) operand)), 0);
            case "$regex" ->
                java.util.regex.Pattern.compile(
                                ((String) operand).replaceAll("(?<!\\\\)\\$", "\\\\z"),
                                java.util.regex.Pattern.UNIX_LINES)
                        .matcher((String) value)
                        .find();
            default -> throw new AssertionError(operator);
        };
    }

    private static int[] points(String text) {
        return text.codePoints().toArray();
    }

    private static String lower(String text) {
        StringBuilder result = new StringBuilder();
        text.codePoints().map(Character::toLowerCase).forEach(result::appendCodePoint);
        return result.toString().replace("i\u0307", "i").replace('ς', 'σ');
    }

    private static boolean like(int[] text, int at, int[] pattern, int from) {
        if (from == pattern.length) {
            return at == text.length;
        }
        if (pattern[from] == '%') {
            return like(text, at, pattern, from + 1) || at < text.length && like(text, at + 1, pattern, from);
        }
        boolean escaped = pattern[from] == '\\';
        int wanted = pattern[escaped ? from + 1 : from];
        return at < text.length
                && (!escaped && wanted == '_' || text[at] == wanted)
                && like(text, at + 1, pattern, from + (escaped ? 2 : 1));
    }

    private static int compare(Object value, Object operand) {
        if (value instanceof String text) {
            return Arrays.compare(points(text), points((String) operand));
        }
        if (value instanceof Boolean flag) {
            return Boolean.compare(flag, (Boolean) operand);
        }
        if (value instanceof Number number) {
            return new BigDecimal(number.toString()).compareTo(new BigDecimal(operand.toString()));
        }
        if (value instanceof Instant instant) {
            return instant.compareTo(((Instant) operand).truncatedTo(ChronoUnit.MICROS));
        }
        if (value instanceof LocalDate date) {
            return date.compareTo(LocalDate.parse((String) operand));
        }
        if (value instanceof UUID uuid) {
            return uuid.toString().compareTo(operand.toString());
        }
        if (value instanceof byte[] bytes) {
            return Arrays.compareUnsigned(bytes, (byte[]) operand);
        }
        return value.equals(operand) ? 0 : 1;
    }

    private static @Nullable Boolean all(@Nullable Boolean... terms) {
        List<@Nullable Boolean> list = Arrays.asList(terms);
        return list.contains(false) ? Boolean.FALSE : list.contains(null) ? null : Boolean.TRUE;
    }

    private static @Nullable Boolean any(@Nullable Boolean... terms) {
        List<@Nullable Boolean> list = Arrays.asList(terms);
        return list.contains(true) ? Boolean.TRUE : list.contains(null) ? null : Boolean.FALSE;
    }

    private static @Nullable Boolean not(@Nullable Boolean term) {
        return term == null ? null : !term;
    }
}
