package dev.dataflow.build;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Models of all forms with names that are likely to clash with something. */
final class RandomModels {

    private static final String JSON =
            "@dev.dataflow.annotations.Json java.util.Map<java.lang.String, java.lang.String>";
    private static final String LIST = "java.util.List<java.lang.String>";
    private static final Map<String, Object> KEYS = new LinkedHashMap<>();
    private static final Map<String, Object> TYPES = new LinkedHashMap<>();

    static {
        KEYS.put("long", 7L);
        KEYS.put("int", -3);
        KEYS.put("java.lang.String", "Ünï");
        KEYS.put("java.time.LocalDate", LocalDate.of(2026, 1, 31));
        KEYS.put("java.util.UUID", new UUID(1, 2));
        TYPES.putAll(KEYS);
        TYPES.put("boolean", true);
        TYPES.put("java.lang.Integer", 12);
        TYPES.put("java.lang.Boolean", false);
        TYPES.put("java.math.BigDecimal", new BigDecimal("1.5000000000"));
        TYPES.put("java.math.BigInteger", BigInteger.TWO.pow(70));
        TYPES.put("java.time.Instant", Instant.parse("2026-01-31T12:00:00.5Z"));
        TYPES.put("java.time.OffsetDateTime", OffsetDateTime.parse("2026-01-31T12:00:00.5+02:00"));
        TYPES.put("java.time.Duration", Duration.ofMillis(1500));
        TYPES.put("java.time.DayOfWeek", "MONDAY");
        TYPES.put(LIST, List.of("a", ""));
        TYPES.put(JSON, Map.of("a", "b"));
    }

    private final Random random;
    private final RandomNames names;

    RandomModels(long seed) {
        this.random = new Random(seed);
        this.names = new RandomNames(random);
    }

    /** So many models, each in a package of its own. */
    List<RandomModel> next(int count) {
        Set<String> tables = new TreeSet<>();
        List<RandomModel> models = new ArrayList<>();
        while (models.size() < count) {
            String name = names.type();
            if (tables.add(name.toLowerCase(Locale.ROOT))) {
                models.add(model("m" + models.size(), name));
            }
        }
        return models;
    }

    private RandomModel model(String packageName, String name) {
        ModelForm form = ModelForm.values()[Math.max(0, random.nextInt(7) - 3)];
        Map<String, String> key = new LinkedHashMap<>();
        boolean composite = random.nextInt(5) == 0;
        if (!composite) {
            key.put("id", "java.lang.Long");
        }
        while (composite && key.size() < 2) {
            add(key, form, KEYS); // a name may come twice
        }
        Map<String, String> all = new LinkedHashMap<>(key);
        int more = 1 + random.nextInt(6);
        for (int i = 0; i < more || all.size() == key.size(); i++) {
            add(all, form, TYPES);
        }
        Map<String, Object> values = new LinkedHashMap<>();
        Set<String> unsorted = new TreeSet<>();
        all.forEach((component, type) -> {
            if (!key.containsKey(component)) {
                values.put(component, TYPES.get(type));
            }
            if (type.equals(JSON) || type.equals(LIST)) {
                unsorted.add(component);
            }
        });
        Map<String, Object> keyValues = new LinkedHashMap<>();
        if (composite) {
            key.forEach((component, type) -> keyValues.put(component, KEYS.get(type)));
            all.replaceAll(
                    (component, type) -> key.containsKey(component) ? "@dev.dataflow.annotations.Id " + type : type);
        }
        return new RandomModel(packageName, name, form.text(packageName, name, all), keyValues, values, unsorted);
    }

    private void add(Map<String, String> components, ModelForm form, Map<String, Object> types) {
        String name = names.component(form == ModelForm.RECORD);
        String type = List.copyOf(types.keySet()).get(random.nextInt(types.size()));
        if (form.takes(name, components.keySet())) {
            components.putIfAbsent(name, type);
        }
    }
}
