package dev.dataflow.suite;

import dev.dataflow.annotations.Column;
import dev.dataflow.annotations.Convert;
import dev.dataflow.annotations.Index;
import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.References;
import dev.dataflow.annotations.Unique;
import dev.dataflow.annotations.ValueConverter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Converted types of every form. */
@Model
@Index(fields = {"currency", "joined"})
public record Member(
        @Convert MemberId id,
        @Unique @Convert Email email,
        @Convert(String.class) @Nullable Phone phone,

        @Convert(CentsConverter.class) @Column(precision = 12, scale = 2)
        Cents balance,

        @Convert @Nullable Favourite favourite,

        @Convert(CurrencyConverter.class) @Column(length = 3)
        Currency currency,

        @Convert(Instant.class) Joined joined,
        @References(Member.class) @Convert @Nullable MemberId sponsorId) {

    /** A key that the database counts. */
    public record MemberId(long value) {}

    /** Refuses what is no address. */
    public record Email(String value) {
        public Email {
            if (value.indexOf('@') < 0) {
                throw new IllegalArgumentException("no address: " + value);
            }
        }
    }

    /** An enum in a record. */
    public record Favourite(Color color) {}

    /** With a factory. */
    public static final class Phone {
        private final String number;

        private Phone(String number) {
            this.number = number;
        }

        public static Phone of(String number) {
            return new Phone(number);
        }

        public String getValue() {
            return number;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Phone phone && phone.number.equals(number);
        }

        @Override
        public int hashCode() {
            return number.hashCode();
        }
    }

    /** With a constructor and an accessor of its own name. */
    public static final class Joined {
        private final Instant at;

        public Joined(Instant at) {
            this.at = Objects.requireNonNull(at);
        }

        public Instant when() {
            return at;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Joined joined && joined.at.equals(at);
        }

        @Override
        public int hashCode() {
            return at.hashCode();
        }
    }

    /** Stored in whole units. */
    public record Cents(long cents) {}

    /** Cents are hundredths. */
    public static final class CentsConverter implements ValueConverter<Cents, BigDecimal> {
        @Override
        public BigDecimal toStored(Cents value) {
            return BigDecimal.valueOf(value.cents(), 2);
        }

        @Override
        public Cents fromStored(BigDecimal stored) {
            return new Cents(stored.movePointRight(2).longValueExact());
        }
    }

    /** A class that is not ours. */
    public static final class CurrencyConverter implements ValueConverter<Currency, String> {
        @Override
        public String toStored(Currency value) {
            return value.getCurrencyCode();
        }

        @Override
        public Currency fromStored(String stored) {
            return Currency.getInstance(stored);
        }
    }
}
