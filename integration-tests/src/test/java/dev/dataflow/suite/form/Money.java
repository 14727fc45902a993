package dev.dataflow.suite.form;

import dev.dataflow.annotations.Model;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An immutable class: its constructor takes the properties in another order, and refuses values. */
@Model
public final class Money {

    private final UUID id;
    private final String currency;
    final BigDecimal amount;
    private final @Nullable String note;

    Money(String currency, BigDecimal amount, @Nullable String note, UUID id) {
        if (currency.isBlank()) {
            throw new IllegalArgumentException("a currency has a name");
        }
        this.id = id;
        this.currency = currency;
        this.amount = amount;
        this.note = note;
    }

    public UUID getId() {
        return id;
    }

    public String currency() {
        return currency;
    }

    public @Nullable String getNote() {
        return note;
    }
}
