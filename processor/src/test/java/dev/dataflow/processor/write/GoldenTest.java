package dev.dataflow.processor.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.processor.testing.Goldens;
import dev.dataflow.processor.testing.Models;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The exact output of a few models. Rewrite the files with {@code -DupdateGoldens=true}, and read the difference. */
class GoldenTest {

    @Test
    void shop() {
        Map<String, String> files = Models.of(
                        """
                        package shop;

                        import dev.dataflow.annotations.*;
                        import java.math.BigDecimal;
                        import java.time.Instant;
                        import org.jspecify.annotations.Nullable;

                        @Model
                        @Index(fields = {"status", "placedAt"})
                        public record Order(
                            Long id,
                            @References(value = Customer.class, inverse = "orders") long customerId,
                            @Default("0") BigDecimal total,
                            @Default("PENDING") OrderStatus status,
                            @Unique String number,
                            @Nullable Instant placedAt,
                            @CreatedAt Instant createdAt) {}
                        """,
                        "package shop; public enum OrderStatus { PENDING, PAID }",
                        "package shop; @dev.dataflow.annotations.Model public record Customer(long id, String name) {}")
                .compileClean()
                .texts();
        files.keySet().removeIf(name -> name.contains("Customer"));
        assertThat(files).hasSize(20);
        Goldens.check("shop", files);
    }

    @Test
    void compositeKey() {
        Map<String, String> files = Models.inShop("""
                        @Model(timestamps = false)
                        public record OrderLine(@Id Long orderId, String article, @Id int line) {}
                        """).compileClean().texts();
        files.keySet().removeIf(name -> !name.matches(".*OrderLine(Key|Nodes|ReadNode|UpdateNode|DeleteNode)?[.].*"));
        assertThat(files).hasSize(6);
        Goldens.check("compositeKey", files);
    }

    @Test
    void types() {
        Map<String, String> files = Models.inShop("""
                        @Model(table = "all_types", timestamps = false)
                        public record Types(
                            UUID id,
                            boolean bool, byte int8, short int16, int int32, long int64, float float32, double float64,
                            @Nullable Boolean boxedBool, @Nullable Byte boxedInt8, @Nullable Short boxedInt16,
                            @Nullable Integer boxedInt32, Long boxedInt64, @Nullable Float boxedFloat32, Double boxedFloat64,
                            @Column(precision = 12, scale = 2) BigDecimal decimal, String text,
                            @Column(value = "limited", length = 40) String varchar, byte[] bytes, byte @Nullable [] maybeBytes,
                            Color color, Instant instant, LocalDate date, LocalTime time, @Nullable LocalDateTime dateTime) {
                          public enum Color { RED, GREEN }
                        }
                        """).compileClean().texts();
        files.keySet().removeIf(name -> name.endsWith("Node.java") || name.contains("Models_"));
        files.keySet().removeIf(name -> name.startsWith("META-INF/services") || name.endsWith(".index"));
        assertThat(files).hasSize(5);
        Goldens.check("types", files);
    }
}
