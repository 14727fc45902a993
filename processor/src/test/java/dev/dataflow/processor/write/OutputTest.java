package dev.dataflow.processor.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.processor.testing.Compiled;
import dev.dataflow.processor.testing.Models;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Size, order and form of what is written. */
class OutputTest {

    private static final String TWELVE_COLUMNS = """
            @Model
            @Index(fields = {"status", "placedAt"})
            public record Order(
                Long id, @References(Customer.class) long customerId, @Default("0") BigDecimal total, Status status,
                @Unique String number, @Nullable Instant placedAt, String note, int lines, boolean gift, LocalDate due,
                @CreatedAt Instant createdAt, @UpdatedAt Instant updatedAt) {
              public enum Status { PENDING, PAID }
            }
            """;
    private static final String CUSTOMER = "@Model public record Customer(Long id, String name) {}";
    private static final int MOST_LINES = 1200;
    private static final int MOST_NODE_LINES = 60;
    private static final int MOST_BYTES = 40 * 1024;

    @Test
    void aModelOfTwelveColumnsStaysSmall() {
        Compiled compiled = Models.inShop(TWELVE_COLUMNS, CUSTOMER).compileClean();
        Map<String, String> sources = compiled.texts();
        sources.keySet().removeIf(name -> !name.startsWith("shop/Order"));
        long lines = sources.values().stream()
                .mapToLong(text -> text.lines().count())
                .sum();
        int bytes = compiled.classSizes().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("shop/Order"))
                .filter(entry -> !entry.getKey().matches("shop/Order(\\$Status)?\\.class"))
                .mapToInt(Map.Entry::getValue)
                .sum();

        assertThat(sources).hasSize(16);
        assertThat(lines).isLessThanOrEqualTo(MOST_LINES);
        assertThat(bytes).isLessThanOrEqualTo(MOST_BYTES);
        assertThat(sources).allSatisfy((name, text) -> {
            if (name.endsWith("Node.java")) {
                assertThat(text.lines().count()).isLessThanOrEqualTo(MOST_NODE_LINES);
            }
        });
    }

    @Test
    void theOrderOfInputsDoesNotMatter() {
        String third = "@Model public record Line(Long id, @References(Order.class) long orderId) {}";
        Map<String, String> first =
                Models.inShop(TWELVE_COLUMNS, CUSTOMER, third).compileClean().texts();
        Map<String, String> second =
                Models.inShop(third, CUSTOMER, TWELVE_COLUMNS).compileClean().texts();
        assertThat(second).isEqualTo(first);
    }

    @Test
    void anyOrderOfInputsGivesTheSameBytes() {
        List<String> models = new ArrayList<>(List.of(TWELVE_COLUMNS, CUSTOMER));
        for (int i = 0; i < 8; i++) {
            models.add("@Model @Index(fields = {\"b\", \"a\"}) @Index(fields = \"a\") public record M" + i
                    + "(Long id, int a, @Unique String b, @References(value = Order.class, inverse = \"m" + i
                    + "\") Long orderId, @References(Customer.class) @Nullable Long customerId) {}");
        }
        Map<String, String> expected =
                Models.inShop(models.toArray(String[]::new)).compileClean().texts();
        long seed = Long.getLong("dataflow.test.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int i = 0; i < 3; i++) {
            Collections.shuffle(models, random);
            assertThat(Models.inShop(models.toArray(String[]::new))
                            .compileClean()
                            .texts())
                    .as("seed " + seed)
                    .isEqualTo(expected);
        }
    }

    @Test
    void generatedCodeUsesNoReflectionAndNoDates() {
        Map<String, String> texts =
                Models.inShop(TWELVE_COLUMNS, CUSTOMER).compileClean().texts();
        assertThat(texts.values())
                .noneMatch(
                        text -> text.contains("reflect") || text.contains("Class.forName") || text.contains("getClass"))
                .noneMatch(text -> text.matches("(?s).*\\b20\\d\\d-\\d\\d.*"))
                .noneMatch(text -> text.contains("\r") || text.contains("\t"));
    }

    @Test
    void compilesInANullMarkedPackage() {
        Models.of(
                        "// interface package-info {\n@org.jspecify.annotations.NullMarked\npackage shop;",
                        "package shop; @dev.dataflow.annotations.Model\n"
                                + "public record Tag(String id, @org.jspecify.annotations.Nullable String note) {}")
                .compileClean();
    }
}
