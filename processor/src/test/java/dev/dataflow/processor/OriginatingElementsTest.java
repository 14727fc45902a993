package dev.dataflow.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.processor.testing.Models;
import dev.dataflow.processor.testing.RecordingProcessor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Gradle compiles incrementally as long as each file of the isolating processor is made from one element. */
class OriginatingElementsTest {

    @Test
    void eachFileIsMadeFromItsModelAlone() {
        RecordingProcessor recording = new RecordingProcessor(new ModelProcessor());
        Models.inShop(
                        "@Model public record Customer(Long id, @Unique String email) {}",
                        "@Model @Index(fields = \"number\") public record Order(Long id, String number,"
                                + " @References(value = Customer.class, inverse = \"orders\") long customerId) {}",
                        "@Model public record Wrong(Long id, char «VAL-005»letter) {}")
                .withOnly(recording)
                .compileMarkedAmongOthers();

        Map<String, List<String>> origins = recording.origins();
        assertThat(origins)
                .hasSizeGreaterThan(40)
                .allSatisfy((file, elements) ->
                        assertThat(elements).as(file).hasSize(1).allMatch(element -> file.contains(element)));
        assertThat(origins)
                .containsEntry("shop.OrderTable", List.of("shop.Order"))
                .containsEntry("META-INF/dataflow/models/shop.Order.json", List.of("shop.Order"))
                .containsEntry("shop.WrongNodes", List.of("shop.Wrong"));
    }
}
