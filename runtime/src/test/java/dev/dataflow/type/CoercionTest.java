package dev.dataflow.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Values of the map face become a column's type without loss, or not at all. */
class CoercionTest {

    @Test
    void numbersAreExact() {
        assertThat(ColumnTypes.INT64.coerce(5)).isEqualTo(5L);
        assertThat(ColumnTypes.INT64.coerce(5.0)).isEqualTo(5L);
        assertThat(ColumnTypes.INT32.coerce(new BigDecimal("7.00"))).isEqualTo(7);
        assertThat(ColumnTypes.INT8.coerce(BigInteger.TEN)).isEqualTo((byte) 10);
        assertThat(ColumnTypes.FLOAT64.coerce(1.5f)).isEqualTo(1.5);
        assertThat(ColumnTypes.FLOAT64.coerce(new BigDecimal("0.1"))).isEqualTo(0.1);
        assertThat(ColumnTypes.FLOAT32.coerce(new BigDecimal("0.1"))).isEqualTo(0.1f);
        assertThat(ColumnTypes.decimal(10, 2).coerce(3L)).isEqualByComparingTo("3");
        refused(ColumnTypes.INT64, 5.5);
        refused(ColumnTypes.INT8, 128);
        refused(ColumnTypes.FLOAT32, 0.1);
        refused(ColumnTypes.FLOAT64, Long.MAX_VALUE);
        refused(ColumnTypes.decimal(10, 2), Double.NaN);
    }

    @Test
    void stringsBecomeWhatTheirFormSays() {
        UUID uuid = UUID.randomUUID();
        assertThat(ColumnTypes.UUID.coerce(uuid.toString().toUpperCase(java.util.Locale.ROOT)))
                .isEqualTo(uuid);
        assertThat(ColumnTypes.INSTANT.coerce("2026-01-31T12:00:00Z")).isEqualTo(Instant.parse("2026-01-31T12:00:00Z"));
        assertThat(ColumnTypes.DATE.coerce("2026-01-31")).isEqualTo(LocalDate.of(2026, 1, 31));
        assertThat(ColumnTypes.decimal(10, 2).coerce("9.90")).isEqualByComparingTo("9.9");
        refused(ColumnTypes.INT64, "5");
        refused(ColumnTypes.BOOLEAN, "true");
        refused(ColumnTypes.UUID, "1-1-1-1-1");
        refused(ColumnTypes.DATE, "31.1.2026");
        refused(ColumnTypes.TEXT, 5);
    }

    private static void refused(ColumnType<?> type, Object value) {
        assertThatThrownBy(() -> type.coerce(value))
                .isInstanceOf(IllegalValueException.class)
                .hasMessageNotContaining(value.toString() + " ");
    }
}
