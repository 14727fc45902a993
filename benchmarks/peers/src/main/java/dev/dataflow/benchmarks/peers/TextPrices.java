package dev.dataflow.benchmarks.peers;

import dev.dataflow.benchmarks.rows.Forms;
import jakarta.persistence.AttributeConverter;
import java.math.BigDecimal;

/** Prices on SQLite. */
public final class TextPrices implements AttributeConverter<BigDecimal, String> {

    /** For Hibernate. */
    public TextPrices() {}

    @Override
    public String convertToDatabaseColumn(BigDecimal price) {
        return Forms.text(price);
    }

    @Override
    public BigDecimal convertToEntityAttribute(String text) {
        return Forms.price(text);
    }
}
