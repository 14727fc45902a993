package dev.dataflow.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The order of the text is the order of the numbers, equality too, and every number comes back. */
class SortableDecimalTest {

    @ParameterizedTest
    @CsvSource({"0,100", "0.000,100", "9.90,1019.9", "0.05,100.05", "1200,1041200", "-9.9,0980.0~", "-0.5,099.4~"})
    void theForm(BigDecimal value, String text) {
        assertThat(SortableDecimal.encode(value)).isEqualTo(text);
    }

    @Test
    void randomPairs() {
        long seed = Long.getLong("dataflow.test.seed", System.nanoTime());
        int pairs = Integer.getInteger("dataflow.test.pairs", 20_000);
        Random random = new Random(seed);
        for (int i = 0; i < pairs; i++) {
            BigDecimal left = decimal(random);
            BigDecimal right = random.nextInt(4) == 0 ? left.setScale(left.scale() + 2) : decimal(random);
            String a = SortableDecimal.encode(left);
            String b = SortableDecimal.encode(right);
            assertThat(Integer.signum(a.compareTo(b)))
                    .as("seed %d: %s and %s, %s and %s", seed, left, right, a, b)
                    .isEqualTo(left.compareTo(right));
            assertThat(SortableDecimal.decode(a)).as("seed %d", seed).isEqualByComparingTo(left);
        }
    }

    private static BigDecimal decimal(Random random) {
        BigInteger unscaled = new BigInteger(1 + random.nextInt(126), random);
        BigDecimal value = new BigDecimal(unscaled, random.nextInt(39));
        return random.nextBoolean() ? value : value.negate();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "12", "9.90", "1029", "2019", "101x", "10", "0980.0", "101"})
    void otherTextIsRefused(String text) {
        assertThatThrownBy(() -> SortableDecimal.decode(text)).isInstanceOf(IllegalValueException.class);
    }

    @Test
    void hugeNumbersAreRefusedBeforeTheyAreWrittenOut() {
        assertThatThrownBy(() -> SortableDecimal.encode(new BigDecimal("1E+2000000000")))
                .isInstanceOf(IllegalValueException.class);
        assertThatThrownBy(() -> SortableDecimal.encode(new BigDecimal("1E-2000000000")))
                .isInstanceOf(IllegalValueException.class);
    }
}
