package dev.dataflow.build;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Names that are likely to clash with something. */
final class RandomNames {

    private static final List<String> CLASSES = words("""
            Table Record Page List Order Field Name Object String Override Consumer Optional Node DataFlow Model Column Key
            Draft Patch Bulk DSL Condition Query Select Result Row Index Schema Catalog Sequence Param SQL Identity UniqueKey
            ForeignKey TableField TableImpl SQLDataType DataType Long Integer Boolean Class Enum Iterable Math Number Process
            Runtime System Thread Throwable Void Error Exception Character Deprecated FunctionalInterface SuppressWarnings
            SafeVarargs Comparable Runnable Cloneable StringBuilder IllegalArgumentException IllegalStateException Map Set
            Collection UUID Instant BigDecimal Function Supplier Generated Nullable NullMarked NodeKind NodeScope ModelModule
            ModelMetadata ColumnTypes A B É Größe 名前 Ωmega user Group TABLE SELECT Select_ Order_ Value Values Package
            Module Var Yield RecordRecord TableTable NodesNodes KeyParts Parts Parts_ RowReader ParameterWriter SQLException
            BiConsumer TypeToken JsonType Reference Relation Projection Include Duration OffsetDateTime BigInteger""");

    private static final List<String> COMPONENTS = words("""
            record var yield sealed permits when module open opens exports requires to with transitive provides uses of
            table id_ class_ int_ new_ static_ set setNull setExpression self put as from fields alias aliased name type
            increment decrement multiply concat
            definition key position create update delete list count ids query options models base change order java dev org
            equals valueOf length size value values read bind out row column columns model draft patch scope kind metadata
            node nodes instance INSTANCE ORDER ID x É é größe 名前 ω a1 URL xMLHttp get is has min max sum avg group limit
            offset select insert where user default_ primary index unique references check constraint desc asc null_ true_
            not and or in like between case end join left right on all any exists date time timestamp interval year month
            day text number integer double_ float_ boolean_ char_ string decimal numeric bigint blob json uuid array rank
            system rows window over partition lateral grouping cube recursive generated virtual stored signal
            String Object Long Override UUID List Map Table Record found updated deleted created action $cost createdAt
            updated_at tenantId version deletedAt clone finalize getClass hashCode notify notifyAll toString wait part first
            isOpen isEmpty getName setName serialVersionUID""");

    private static final Set<String> NOT_FOR_RECORDS =
            Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    private final Random random;

    RandomNames(Random random) {
        this.random = random;
    }

    String type() {
        return pick(CLASSES) + (random.nextInt(3) == 0 ? pick(CLASSES) : "");
    }

    String component(boolean ofRecord) {
        String name = pick(COMPONENTS);
        int form = random.nextInt(8);
        if (form == 0) {
            name = name + "_";
        } else if (form == 1) {
            name = name.toUpperCase(Locale.ROOT);
        } else if (form == 2) {
            name = name + pick(CLASSES);
        }
        return ofRecord && NOT_FOR_RECORDS.contains(name) || SourceVersion.isKeyword(name) ? name + "_" : name;
    }

    private String pick(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }
}
