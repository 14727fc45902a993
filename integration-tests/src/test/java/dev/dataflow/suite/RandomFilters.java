package dev.dataflow.suite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes filters over items, as maps. */
final class RandomFilters {

    private final FilterValues values;
    private final Random random;

    RandomFilters(Random random) {
        this.random = random;
        this.values = new FilterValues(random);
    }

    Map<String, @Nullable Object> items(int depth) {
        int kind = random.nextInt(depth > 0 ? 14 : 9);
        return switch (kind) {
            case 9 -> map("$and", list(() -> items(depth - 1)));
            case 10 -> map("$or", list(() -> items(depth - 1)));
            case 11 -> map("$nor", list(() -> items(depth - 1)));
            case 12 -> map("$not", items(depth - 1));
            case 13 -> both(items(depth - 1), items(depth - 1));
            case 7, 8 -> depth > 0 ? relation(depth - 1) : item();
            default -> item();
        };
    }

    private Map<String, @Nullable Object> relation(int depth) {
        return switch (random.nextInt(7)) {
            case 0, 1 -> map("shelf", random.nextInt(5) == 0 ? null : shelves(depth));
            case 2, 3 -> map("whole", items(depth));
            case 4 -> map("parts", map(values.one(List.of("$exists", "$null")), random.nextBoolean()));
            default -> map("parts", map(values.one(List.of("$some", "$none", "$every")), items(depth)));
        };
    }

    private Map<String, @Nullable Object> shelves(int depth) {
        return switch (random.nextInt(depth > 0 ? 4 : 3)) {
            case 0 -> map("label", text());
            case 1 -> map("floor", ordered(values::integer));
            case 2 -> both(map("floor", ordered(values::integer)), map("label", text()));
            default -> map("items", map(values.one(List.of("$some", "$none", "$every")), items(depth - 1)));
        };
    }

    private Map<String, @Nullable Object> item() {
        return switch (random.nextInt(16)) {
            case 0 -> map("name", text());
            case 1 -> map("note", text());
            case 2 -> map("code", text());
            case 3 -> map("rank", ordered(values::integer));
            case 4 -> map("price", ordered(values::decimal));
            case 5 -> map("weight", ordered(values::binary));
            case 6 -> map("active", ordered(random::nextBoolean));
            case 7 ->
                map("color", ordered(() -> values.one(List.of(Color.values())).name()));
            case 8 -> map("seen_at", ordered(values::instant));
            case 9 -> map("made_on", ordered(() -> values.date().toString()));
            case 10 -> map("tag", ordered(values::uuid));
            case 11 -> map("digest", ordered(values::bytes));
            case 12, 13 ->
                map(values.one(List.of("meta.a", "meta.b", "meta.a.b", "meta.é", "meta.$x.a", "meta.0")), path());
            case 14 -> map("labels", elements(values::text));
            default -> map("scores", elements(() -> (long) values.integer()));
        };
    }

    private @Nullable Object text() {
        return switch (random.nextInt(9)) {
            case 0, 1 -> ordered(values::text);
            case 2 -> map("$like", pattern());
            case 3 -> map("$ilike", pattern());
            case 4 -> map("$contains", values.text());
            case 5 -> map("$startsWith", values.text());
            case 6 -> map("$endsWith", values.text());
            case 7 -> map("$regex", expression());
            default -> map("$not", map("$like", pattern()));
        };
    }

    private String pattern() {
        return String.join("", values.some(4, () -> switch (random.nextInt(4)) {
            case 0 -> "%";
            case 1 -> "_";
            default -> values.text().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        }));
    }

    private String expression() {
        StringBuilder result = new StringBuilder(random.nextInt(3) == 0 ? "^" : "");
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            String atom = atom();
            // a place cannot be repeated
            boolean once = atom.startsWith("(?:^") || atom.startsWith("(?:a$");
            List<String> counts = List.of("", "", "", "?", "{0,1}", "*", "+", "{1,2}", "{2}", "{1,}");
            result.append(atom).append(values.one(once ? counts.subList(0, 5) : counts));
        }
        return result.append(random.nextInt(3) == 0 ? "$" : "").toString();
    }

    private String atom() {
        return switch (random.nextInt(8)) {
            case 0 -> values.one(List.of(".", "\\d", "\\w", "\\s", "\\D", "\\W", "\\S"));
            case 1 ->
                values.one(List.of(
                        "[a-c]",
                        "[^a]",
                        "[A-Z\\d]",
                        "[^\\w\\s]",
                        "[é-ü]",
                        "[\\-\\]\\[^-_]".replace("^", "\\^"),
                        "[😀\uD801\uDC00]",
                        "[ -~]",
                        "[^ -~]",
                        "[\\n\\t]"));
            case 2 -> values.one(List.of("(?:a|b)", "(a|É)", "(?:ab|\\*|[é😀])", "(?:^a|b)", "(?:a$|b)"));
            default -> literal(values.text());
        };
    }

    /** One character as a literal. */
    private static String literal(String text) {
        if (text.isEmpty()) {
            return "a";
        }
        int character = text.codePointAt(0);
        String one = Character.toString(character);
        return character < 127 && character > ' ' && !Character.isLetterOrDigit(character) ? "\\" + one : one;
    }

    private <T> @Nullable Object ordered(Supplier<T> value) {
        return switch (random.nextInt(12)) {
            case 0 -> value.get();
            case 1 -> random.nextBoolean() ? null : map("$eq", values.maybe(value));
            case 2 -> map("$ne", values.maybe(value));
            case 3 -> map("$in", values.some(5, value));
            case 4 -> map("$nin", values.some(5, value));
            case 5 -> map("$between", Arrays.asList(value.get(), value.get()));
            case 6 -> map(values.one(List.of("$null", "$exists")), random.nextBoolean());
            case 7 -> map("$not", map(values.one(List.of("$gt", "$lte", "$eq")), value.get()));
            case 8 -> both(map("$gte", value.get()), map("$lt", value.get()));
            default -> map(values.one(List.of("$eq", "$gt", "$gte", "$lt", "$lte", "$ne")), value.get());
        };
    }

    private @Nullable Object path() {
        return switch (random.nextInt(4)) {
            case 0 -> ordered(() -> values.one(List.<Object>of(-1, 0, 1, 2, 1.5, 10, 0.1, 9.9, 1e10)));
            case 1 -> map(values.one(List.of("$eq", "$ne")), random.nextBoolean());
            case 2 -> map(values.one(List.of("$null", "$exists")), random.nextBoolean());
            default -> text();
        };
    }

    private <T> @Nullable Object elements(Supplier<T> value) {
        return switch (random.nextInt(7)) {
            case 0 -> map("$contains", value.get());
            case 1 -> map("$contains", values.some(2, value));
            case 2, 3 -> map("$overlaps", values.some(3, value));
            case 4 -> map("$size", random.nextInt(3));
            case 5 -> map("$size", map(values.one(List.of("$gt", "$lte", "$ne")), random.nextInt(3)));
            default -> values.some(2, value);
        };
    }

    private <T> List<T> list(Supplier<T> value) {
        List<T> result = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            result.add(value.get());
        }
        return result;
    }

    private static Map<String, @Nullable Object> both(
            Map<String, @Nullable Object> one, Map<String, @Nullable Object> other) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>(one);
        result.putAll(other);
        return result;
    }

    static Map<String, @Nullable Object> map(String key, @Nullable Object value) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put(key, value);
        return result;
    }
}
