package dev.dataflow.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.SourceVersion;

/** Models with names that are likely to clash with something. */
final class RandomModels {

    private static final List<String> CLASSES = words("""
            Table Record Page List Order Field Name Object String Override Consumer Optional Node DataFlow Model Column Key
            Draft Patch Bulk DSL Condition Query Select Result Row Index Schema Catalog Sequence Param SQL Identity UniqueKey
            ForeignKey TableField TableImpl SQLDataType DataType Long Integer Boolean Class Enum Iterable Math Number Process
            Runtime System Thread Throwable Void Error Exception Character Deprecated FunctionalInterface SuppressWarnings
            SafeVarargs Comparable Runnable Cloneable StringBuilder IllegalArgumentException IllegalStateException Map Set
            Collection UUID Instant BigDecimal Function Supplier Generated Nullable NullMarked NodeKind NodeScope ModelModule
            ModelMetadata ColumnTypes A B É Größe 名前 Ωmega user Group TABLE SELECT Select_ Order_ Value Values Package
            Module Var Yield RecordRecord TableTable NodesNodes""");

    private static final List<String> COMPONENTS = words("""
            record var yield sealed permits when module open opens exports requires to with transitive provides uses of
            table id_ class_ int_ new_ static_ set setNull setExpression self put as from fields alias aliased name type
            definition key position create update delete list count ids query options models base change order java dev org
            equals valueOf length size value values read bind out row column columns model draft patch scope kind metadata
            node nodes instance INSTANCE ORDER ID x É é größe 名前 ω a1 URL xMLHttp get is has min max sum avg group limit
            offset select insert where user default_ primary index unique references check constraint desc asc null_ true_
            not and or in like between case end join left right on all any exists date time timestamp interval year month
            day text number integer double_ float_ boolean_ char_ string decimal numeric bigint blob json uuid array rank
            system rows window over partition lateral grouping cube recursive generated virtual stored signal
            String Object Long Override UUID List Map Table Record found updated deleted created action $cost createdAt
            updated_at tenantId version deletedAt""");

    private static final Set<String> NOT_FOR_RECORDS =
            Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    private static final Map<String, Object> TYPES = types();

    private final Random random;

    RandomModels(long seed) {
        this.random = new Random(seed);
    }

    /** So many models, each in a package of its own. */
    List<RandomModel> next(int count) {
        Set<String> tables = new TreeSet<>();
        List<RandomModel> models = new ArrayList<>();
        while (models.size() < count) {
            String name = pick(CLASSES) + (random.nextInt(3) == 0 ? pick(CLASSES) : "");
            if (tables.add(name.toLowerCase(Locale.ROOT))) {
                models.add(model("m" + models.size(), name));
            }
        }
        return models;
    }

    private RandomModel model(String packageName, String name) {
        Map<String, String> components = new LinkedHashMap<>();
        components.put("id", "java.lang.Long");
        int more = 1 + random.nextInt(6);
        for (int i = 0; i < more; i++) {
            components.putIfAbsent(component(), pick(List.copyOf(TYPES.keySet())));
        }
        Map<String, Object> values = new LinkedHashMap<>();
        components.forEach((component, type) -> {
            if (!component.equals("id")) {
                values.put(component, TYPES.get(type));
            }
        });
        List<String> declared = new ArrayList<>();
        components.forEach((component, type) -> declared.add(type + " " + component));
        String text = "package " + packageName + ";\n@dev.dataflow.annotations.Model\n"
                + "@java.lang.SuppressWarnings({\"VAL-003\", \"VAL-007\"})\npublic record " + name + "("
                + String.join(", ", declared) + ") {}\n";
        return new RandomModel(packageName, name, text, values);
    }

    private String component() {
        String name = pick(COMPONENTS);
        int form = random.nextInt(8);
        if (form == 0) {
            name = name + "_";
        } else if (form == 1) {
            name = name.toUpperCase(Locale.ROOT);
        } else if (form == 2) {
            name = name + pick(CLASSES);
        }
        return NOT_FOR_RECORDS.contains(name) || SourceVersion.isKeyword(name) ? name + "_" : name;
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }

    private static Map<String, Object> types() {
        Map<String, Object> types = new LinkedHashMap<>();
        types.put("long", 7L);
        types.put("int", -3);
        types.put("boolean", true);
        types.put("java.lang.String", "Ünï");
        types.put("java.lang.Integer", 12);
        types.put("java.time.LocalDate", java.time.LocalDate.of(2026, 1, 31));
        types.put("java.util.UUID", new java.util.UUID(1, 2));
        return types;
    }

    /**
     * A model.
     *
     * @param packageName its package
     * @param name its simple name
     * @param text its source
     * @param values a value for each component but the key
     */
    record RandomModel(String packageName, String name, String text, Map<String, Object> values) {

        String qualified() {
            return packageName + "." + name;
        }

        String path() {
            return packageName + "/" + name + ".java";
        }
    }
}
