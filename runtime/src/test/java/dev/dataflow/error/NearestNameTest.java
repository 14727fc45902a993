package dev.dataflow.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {

    private static final List<String> NAMES = List.of("customer_id", "total", "status", "id");

    @Test
    void findsWhatWasMeant() {
        assertThat(NearestName.of("totl", NAMES)).contains("total");
        assertThat(NearestName.of("stauts", NAMES)).contains("status");
        assertThat(NearestName.of("customerId", NAMES)).contains("customer_id");
        assertThat(NearestName.of("di", NAMES)).isEmpty();
        assertThat(NearestName.of("shipping_address", NAMES)).isEmpty();
    }

    @Test
    void listsAllWhenNothingIsNear() {
        assertThat(NearestName.suggest("xyz", NAMES)).isEqualTo("use one of customer_id, id, status, total");
        assertThat(NearestName.suggest("xyz", List.of())).isEqualTo("leave it out");
    }
}
