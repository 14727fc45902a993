package dev.dataflow.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.processor.problem.ModelProblem;
import dev.dataflow.processor.testing.Compiled;
import dev.dataflow.processor.testing.Covers;
import dev.dataflow.processor.testing.Models;
import org.junit.jupiter.api.Test;

class TypeCheckTest {

    @Test
    @Covers({ModelProblem.UNSUPPORTED_TYPE, ModelProblem.HIDDEN_TYPE})
    void allUnsupportedTypesAreReportedAtOnce() {
        Compiled compiled = Models.inShop("""
                        @Model
                        public record A(
                            Long id,
                            char «VAL-005»letter,
                            int[] «VAL-005»numbers,
                            Object «VAL-005»thing,
                            java.util.Date «VAL-005»date,
                            Set<java.util.Locale> «VAL-005»locales,
                            Hidden «VAL-005»hidden,
                            Shown shown) {
                          private enum Hidden { A }
                          enum Shown { A }
                        }
                        """).compileMarked();
        assertThat(compiled.messages().get(4)).isEqualTo("""
                        [VAL-005] component `locales` has type Set<Locale>, which cannot be a column
                          why: a column holds what every database can store without loss
                          fix: use one of: boolean, byte, short, int, long, float, double and their boxed forms, BigDecimal, \
                        BigInteger, String, byte[], UUID, an enum, Instant, OffsetDateTime, LocalDate, LocalTime, LocalDateTime, Duration, List<String>, List<Long>; or store it as JSON with @Json, or as one of these with @Convert""");
    }
}
