package dev.dataflow.processor.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.metadata.Patch;
import dev.dataflow.model.KeyGeneration;
import dev.dataflow.model.ManagedColumn;
import dev.dataflow.processor.testing.Compiled;
import dev.dataflow.processor.testing.Loaded;
import dev.dataflow.processor.testing.Models;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.Table;
import org.junit.jupiter.api.Test;

/** Generated code, compiled and used. */
class GeneratedCodeTest {

    private static final String ORDER = """
            @Model
            @Index(fields = {"status", "placedAt"}, unique = true)
            public record Order(
                Long id,
                @References(Customer.class) long customerId,
                @Default("1.50") @Column(precision = 12, scale = 2) BigDecimal total,
                @Default("PENDING") Status status,
                @Unique(name = "order_number") @Column(value = "no", length = 20) String number,
                @Nullable Instant placedAt,
                @UpdatedAt Instant changed) {
              public enum Status { PENDING, PAID }
            }
            """;
    private static final String CUSTOMER = "@Model(timestamps = false) public record Customer(long id, String name) {}";

    @Test
    void metadataSaysWhatTheModelSays() {
        Loaded loaded = Models.inShop(ORDER, CUSTOMER).compileClean().load();
        ModelMetadata<Object, Object, ?, ?> order = loaded.metadata("shop.Order");

        assertThat(order.definition().name()).isEqualTo("shop.Order");
        assertThat(order.definition().simpleName()).isEqualTo("Order");
        assertThat(order.table().getName()).isEqualTo("orders");
        assertThat(order.key().first().name()).isEqualTo("id");
        assertThat(order.definition().generation()).isEqualTo(KeyGeneration.IDENTITY);
        assertThat(order.components()).isEqualTo(7);
        assertThat(order.columns().stream().map(Column::column))
                .containsExactly("id", "customer_id", "total", "status", "no", "placed_at", "updated_at", "created_at");
        assertThat(order.columns().stream().map(Column::managed))
                .containsExactly(
                        null, null, null, null, null, null, ManagedColumn.UPDATED_AT, ManagedColumn.CREATED_AT);
        assertThat(order.columns().stream().map(Column::nullable))
                .containsExactly(false, false, false, false, false, true, false, false);
        assertThat(order.columns().get(2).defaultValue()).isEqualTo(new BigDecimal("1.50"));
        assertThat(order.columns().get(3).defaultValue()).hasToString("PENDING");
        assertThat(order.definition().uniques().toString())
                .isEqualTo("[UniqueKey[name=order_number, columns=[no], includesDeleted=false],"
                        + " UniqueKey[name=uk_orders_status_placed_at, columns=[status, placed_at],"
                        + " includesDeleted=false]]");
        assertThat(order.definition().references().toString())
                .isEqualTo("[Reference[constraint=fk_orders_customer_id, column=customer_id, target=shop.Customer,"
                        + " relation=RelationName[name=customer, key=customer], inverse=null, onDelete=RESTRICT]]");
        assertThat(loaded.metadata("shop.Customer").columns()).hasSize(2);
    }

    @Test
    void modelsAreMadeAndTakenApart() {
        Loaded loaded = Models.inShop(ORDER, CUSTOMER).compileClean().load();
        ModelMetadata<Object, Object, ?, ?> metadata = loaded.metadata("shop.Order");
        Object paid = loaded.constant("shop.Order$Status", "PAID");
        Object[] values = {7L, 3L, new BigDecimal("9.90"), paid, "A-1", null, Instant.EPOCH, "ignored"};

        Object order = metadata.fromValues(values);

        assertThat(order)
                .hasToString("Order[id=7, customerId=3, total=9.90, status=PAID, number=A-1, placedAt=null,"
                        + " changed=1970-01-01T00:00:00Z]");
        assertThat(IntStream.range(0, 7).mapToObj(i -> metadata.value(order, i)).toArray())
                .containsExactly(java.util.Arrays.copyOf(values, 7));
        assertThat(metadata.keyOf(order)).isEqualTo(7L);
        assertThatThrownBy(() -> metadata.value(order, 7)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void draftsAndPatchesHoldWhatIsSet() {
        Loaded loaded = Models.inShop(ORDER, CUSTOMER).compileClean().load();
        ModelMetadata<Object, Object, ?, ?> metadata = loaded.metadata("shop.Order");
        Object draft = metadata.newDraft();
        Object patch = metadata.newPatch();

        assertThat(loaded.invoke(draft, "number", "A-1")).isSameAs(draft);
        loaded.invoke(draft, "placedAt", (Object) null);
        assertThat(loaded.invoke(patch, "number", "A-2")).isSameAs(patch);

        assertThat(isSet(metadata, draft)).containsExactly(false, false, false, false, true, true, false, false);
        assertThat(changes(metadata, patch)).isEqualTo(Map.of("no", "A-2"));
        assertThat(methods(draft)).doesNotContain("id", "changed");
        assertThat(methods(patch)).doesNotContain("id", "changed");
    }

    @Test
    void theTableIsARealOne() {
        Loaded loaded = Models.inShop(ORDER, CUSTOMER).compileClean().load();
        Table<?> table = (Table<?>) loaded.constant("shop.OrderTable", "ORDER");
        Table<?> alias = table.as("o");

        assertThat(alias.getClass()).isSameAs(table.getClass());
        assertThat(alias.getName()).isEqualTo("o");
        assertThat(loaded.field(alias, "CUSTOMER_ID")).hasToString("\"o\".\"customer_id\"");
        assertThat(table.getIdentity()).isNotNull();
    }

    @Test
    void keysOfAllKinds() {
        Compiled compiled = Models.inShop(
                        "@Model public record ById(UUID id, String name) {}",
                        "@Model public record ByName(@Id @SuppressWarnings(\"VAL-003\") String name, int n) {}",
                        "@Model public record ByInt(int id, String name) {}",
                        "@Model public record ByRow(@References(ByInt.class) int id, String name) {}",
                        "@Model public record ByShort(short id, String name) {}")
                .compileClean();
        Loaded loaded = compiled.load();

        assertThat(loaded.metadata("shop.ById").definition().generation()).isEqualTo(KeyGeneration.UUID_V7);
        assertThat(loaded.metadata("shop.ByName").definition().generation()).isEqualTo(KeyGeneration.ASSIGNED);
        assertThat(loaded.metadata("shop.ByInt").definition().generation()).isEqualTo(KeyGeneration.IDENTITY);
        assertThat(loaded.metadata("shop.ByRow").definition().generation()).isEqualTo(KeyGeneration.ASSIGNED);
        assertThat(loaded.metadata("shop.ByShort").definition().generation()).isEqualTo(KeyGeneration.ASSIGNED);
        assertThat(methods(loaded.metadata("shop.ById").newDraft())).contains("id");
        assertThat(methods(loaded.metadata("shop.ByInt").newDraft())).doesNotContain("id");
        assertThat(methods(loaded.metadata("shop.ByRow").newDraft())).contains("id");
        assertThat(methods(loaded.metadata("shop.ById").newPatch())).doesNotContain("id");
        assertThat(compiled.file("shop/ByIntNodes.java")).contains("read(int id)", "ModelNodes<ByInt, Integer,");
        assertThat(compiled.file("shop/ByNameNodes.java")).contains("ModelNodes<ByName, String,");
        assertThat(compiled.file("shop/ByNameTable.java"))
                .contains("NAME = column(\"name\", ColumnTypes.varchar(255))");
        assertThat(compiled.file("shop/ByIdTable.java")).contains("NAME = column(\"name\", ColumnTypes.TEXT)");
    }

    @Test
    void defaultsOfAllTypes() {
        Loaded loaded = Models.inShop("""
                        @Model(timestamps = false)
                        public record A(
                            Long id,
                            @Default("true") boolean a, @Default("-128") byte b, @Default("-1") short c, @Default("+7") int d,
                            @Default("-9223372036854775808") long e, @Default("1.5") float f, @Default("1e3") Double g,
                            @Default("0.10") @Column(precision = 3, scale = 2) BigDecimal h, @Default("it's \\"é\\u2028$S\\"") String i,
                            @Default("018f0000-0000-7000-8000-00000000000A") UUID j, @Default("2026-01-31T12:00:00.123456Z") Instant k,
                            @Default("2026-01-31") LocalDate l, @Default("12:00") LocalTime m, @Default("2026-01-31T12:00") LocalDateTime n,
                            @Default("") @Nullable String o, @Default("$") E p) { enum E { $, a } }
                        """).compileClean().load();
        assertThat(loaded.metadata("shop.A").columns().stream()
                        .skip(1)
                        .map(Column::defaultValue)
                        .map(String::valueOf))
                .containsExactly(
                        "true",
                        "-128",
                        "-1",
                        "7",
                        "-9223372036854775808",
                        "1.5",
                        "1000.0",
                        "0.10",
                        "it's \"é\u2028$S\"",
                        "018f0000-0000-7000-8000-00000000000a",
                        "2026-01-31T12:00:00.123456Z",
                        LocalDate.of(2026, 1, 31).toString(),
                        LocalTime.NOON.toString(),
                        LocalDateTime.of(2026, 1, 31, 12, 0).toString(),
                        "",
                        "$");
        assertThat(loaded.metadata("shop.A").columns().get(10).defaultValue()).isInstanceOf(UUID.class);
    }

    private static Boolean[] isSet(ModelMetadata<?, ?, ?, ?> metadata, Object draft) {
        return IntStream.range(0, metadata.columns().size())
                .mapToObj(i -> isSet(metadata, draft, i))
                .toArray(Boolean[]::new);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the types are only known to the generated code
    private static boolean isSet(ModelMetadata metadata, Object draft, int column) {
        return metadata.isSet((dev.dataflow.metadata.Draft) draft, column);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the types are only known to the generated code
    private static Map<String, Object> changes(ModelMetadata metadata, Object patch) {
        return metadata.changes((Patch) patch);
    }

    private static java.util.List<String> methods(Object object) {
        return java.util.Arrays.stream(object.getClass().getDeclaredMethods())
                .map(java.lang.reflect.Method::getName)
                .toList();
    }
}
