package dev.dataflow.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.processor.problem.ModelProblem;
import dev.dataflow.processor.testing.Compiled;
import dev.dataflow.processor.testing.Covers;
import dev.dataflow.processor.testing.Models;
import org.junit.jupiter.api.Test;

class DefaultCheckTest {

    @Test
    @Covers(ModelProblem.DEFAULT_LITERAL)
    void literalsAreOfTheType() {
        Compiled compiled = Models.inShop("""
                        @Model
                        public record A(
                            Long id,
                            @Default(«VAL-014»"SHIPED") State state,
                            @Default(«VAL-014»"yes") boolean flag,
                            @Default(«VAL-014»"128") byte int8,
                            @Default(«VAL-014»"-32769") short int16,
                            @Default(«VAL-014»"1.5") int int32,
                            @Default(«VAL-014»"9223372036854775808") long int64,
                            @Default(«VAL-014»"\\u0663") long arabic,
                            @Default(«VAL-014»"NaN") float float32,
                            @Default(«VAL-014»"1d") double float64,
                            @Default(«VAL-014»"1e999") double huge,
                            @Default(«VAL-014»"1,5") BigDecimal comma,
                            @Default(«VAL-014»"0.123") @Column(precision = 5, scale = 2) BigDecimal scale,
                            @Default(«VAL-014»"1000") @Column(precision = 5, scale = 2) BigDecimal precision,
                            @Default(«VAL-014»"abcd") @Column(length = 3) String text,
                            @Default(«VAL-014»"a\\0b") String nul,
                            @Default(«VAL-014»"1-1-1-1-1") UUID uuid,
                            @Default(«VAL-014»"2026-01-31") Instant instant,
                            @Default(«VAL-014»"2026-02-30") LocalDate date,
                            @Default(«VAL-014»"+10000-01-01") LocalDate farDate,
                            @Default(«VAL-014»"24:00") LocalTime time,
                            @Default(«VAL-014»"12:00:00.1234567") LocalTime nanos,
                            @Default(«VAL-014»"2026-01-31") LocalDateTime dateTime,
                            @Default(«VAL-014»"2026-01-31T12:00:00") OffsetDateTime offset,
                            @Default(«VAL-014»"0001-01-01T00:00:00+01:00") OffsetDateTime early,
                            @Default("2026-01-31T12:00:00-18:00") OffsetDateTime late,
                            @Default(«VAL-014»"1.0") BigInteger whole,
                            @Default(«VAL-014»"1000") @Column(precision = 3) BigInteger digits,
                            @Default("-999") @Column(precision = 3) BigInteger most,
                            @Default(«VAL-014»"1h") Duration duration,
                            @Default(«VAL-014»"PT0.0000001S") Duration shortest,
                            @Default(«VAL-014»"PT9223372036854.775808S") Duration longest,
                            @Default("PT-9223372036854.775808S") Duration least) {
                          enum State { PENDING, SHIPPED }
                        }
                        """).compileMarked();
        assertThat(compiled.messages().get(0)).isEqualTo("""
                        [VAL-014] "SHIPED" is no default for component `state` of type A.State
                          why: its constants are PENDING, SHIPPED
                          fix: did you mean `SHIPPED`?""");
    }

    @Test
    @Covers(ModelProblem.DEFAULT_PLACE)
    void someComponentsHaveNone() {
        Models.inShop("""
                        @Model
                        public record A(
                            «VAL-014»@Default("1") Long id,
                            «VAL-014»@Default("2026-01-31T12:00:00Z") @CreatedAt Instant createdAt,
                            «VAL-014»@Default("1") @References(A.class) @Nullable Long parentId,
                            «VAL-014»@Default("abc") byte[] data) {}
                        """).compileMarked();
    }
}
