package dev.dataflow.migrations.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AmountTest {

    @Test
    void oneIsSingular() {
        Amount rows = Amount.of("row that points", "rows that point", " to nothing");
        assertThat(List.of(rows.of(0), rows.of(1), rows.of(2)))
                .containsExactly(
                        "0 rows that point to nothing", "1 row that points to nothing", "2 rows that point to nothing");
        assertThat(Amount.of(1, "mentions", "mention")).isEqualTo("1 mentions");
        assertThat(Amount.of(21, "mentions", "mention")).isEqualTo("21 mention");
    }
}
