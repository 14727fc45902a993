package dev.dataflow.benchmarks.peers;

import dev.dataflow.benchmarks.rows.Forms;
import jakarta.persistence.AttributeConverter;
import java.time.Instant;

/** Times on SQLite. */
public final class TextTimes implements AttributeConverter<Instant, String> {

    /** For Hibernate. */
    public TextTimes() {}

    @Override
    public String convertToDatabaseColumn(Instant time) {
        return Forms.text(time);
    }

    @Override
    public Instant convertToEntityAttribute(String text) {
        return Instant.parse(text);
    }
}
