package dev.dataflow.processor.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.processor.testing.Models;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of models, enums, components and packages that generated code uses itself. */
class ClashingNamesTest {

    private static final List<String> TYPES =
            List.of("Table Record List Page Order Column Draft Node Patch Model ModelTable ModelMetadata Bulk DSL Name"
                    .split(" "));

    private static final List<String> MORE_TYPES = List.of(
            "Optional Consumer Iterable Collection Instant UUID Generated Nullable NodeKind NodeScope ColumnTypes"
                    .split(" "));

    private static final List<String> LANGUAGE =
            List.of("String Object Override Long Integer Boolean Class IllegalArgumentException ORDER A ID".split(" "));

    @Test
    void modelsNamedAsClassesOfGeneratedCode() {
        compile("p", TYPES.stream().filter(name -> !name.equals("Model")).toList());
        compile("p", List.of("Model"));
        compile("p", MORE_TYPES);
    }

    @Test
    void modelsNamedAsClassesOfTheLanguage() {
        compile("p", LANGUAGE);
    }

    private static void compile(String packageName, List<String> names) {
        Models.of(names.stream()
                        .map(name ->
                                ("package %1$s; @dev.dataflow.annotations.Model public record %2$s(java.lang.Long id,"
                                                + " Kind kind, @dev.dataflow.annotations.Default(\"%2$s\") Kind other,"
                                                + " java.time.Instant at, java.util.UUID uuid) { enum Kind { %2$s } }")
                                        .formatted(packageName, name))
                        .toArray(String[]::new))
                .compileClean();
    }

    @Test
    void enumsNamedAsClassesOfGeneratedCode() {
        String components = Stream.of(TYPES, MORE_TYPES, LANGUAGE)
                .flatMap(List::stream)
                .distinct()
                .filter(name -> !name.equals("ORDER"))
                .map(name -> "@dev.dataflow.annotations.Default(\"X\") p.e." + name + " c"
                        + name.toLowerCase(java.util.Locale.ROOT))
                .collect(java.util.stream.Collectors.joining(", "));
        Stream<String> enums = Stream.of(TYPES, MORE_TYPES, LANGUAGE)
                .flatMap(List::stream)
                .distinct()
                .map(name -> "package p.e; public enum " + name + " { X }");
        Models.of(Stream.concat(
                                enums,
                                Stream.of("package p; @dev.dataflow.annotations.Model public record Thing(Long id, "
                                        + components + ") {}"))
                        .toArray(String[]::new))
                .compileClean()
                .load()
                .metadata("p.Thing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"package shop; ", ""})
    void typesNamedAsTheirConstants(String packageClause) {
        Models.of(
                        packageClause + "@dev.dataflow.annotations.Model public record THING(Long id, STATUS status,"
                                + " STATUS_TYPE other, java.util.UUID uuid, String dsl, String instance, String thing,"
                                + " @SuppressWarnings(\"VAL-007\") INNER INNER) { enum INNER { A } }",
                        packageClause + "public enum STATUS { A }",
                        packageClause + "public enum STATUS_TYPE { A }")
                .compileClean()
                .load()
                .metadata(packageClause.isEmpty() ? "THING" : "shop.THING");
    }

    @Test
    void nestedEnumsOfAModelNamedAsItsConstant() {
        Models.of("package shop; @dev.dataflow.annotations.Model public record THING(Long id,"
                        + " @dev.dataflow.annotations.Default(\"A\") INNER inner) { enum INNER { A } }")
                .compileClean()
                .load()
                .metadata("shop.THING");
    }

    @Test
    void componentsNamedAsVariablesAndMembers() {
        String names =
                "out row column columns model values draft patch scope kind alias aliased table name self put set"
                        + " setNull setExpression changes value read bind type definition key position create update delete list count"
                        + " ids query options models base change order java dev org shop equals valueOf of INSTANCE length size"
                        + " serialVersionUID var yield sealed permits when module";
        String components = Stream.of(names.split(" "))
                .map(name -> "@SuppressWarnings(\"VAL-007\") " + (name.length() % 2 == 0 ? "int " : "String ") + name)
                .collect(java.util.stream.Collectors.joining(", "));
        Models.inShop("@Model public record Order(Long id, " + components + ") {}")
                .compileClean()
                .load()
                .metadata("shop.Order");
    }

    @Test
    void theTableConstantKeepsItsName() {
        String table = Models.inShop(
                        "@Model public record Order(Long id, String order, @SuppressWarnings(\"VAL-007\") int order_) {}")
                .compileClean()
                .file("shop/OrderTable.java");
        assertThat(table)
                .contains("OrderTable ORDER = ", "> ORDER_ = column(\"order\"", "> ORDER__ = column(\"order_\"");
    }

    @Test
    void unnamedPackage() {
        Models.of(
                        "import dev.dataflow.annotations.*; @Model public record Order(Long id, Kind kind) { enum Kind { A } }")
                .compileClean()
                .load()
                .metadata("Order");
    }

    @Test
    void namesInOtherScripts() {
        Models.of("package größe; @dev.dataflow.annotations.Model public record Größe(Long id, String länge,"
                        + " @dev.dataflow.annotations.Default(\"ü\") String 名前) {}")
                .compileClean()
                .load()
                .metadata("größe.Größe");
    }
}
