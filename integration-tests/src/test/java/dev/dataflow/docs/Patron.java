package dev.dataflow.docs;

import dev.dataflow.annotations.Convert;
import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.Unique;
import dev.dataflow.annotations.ValueConverter;
import java.util.Locale;

/** The model of the page about values, with converted types. */
// docs:patron
@Model
public record Patron(
        @Convert PatronId id,
        @Unique @Convert Email email,
        @Convert(LocaleConverter.class) Locale language) {

    public record PatronId(long value) {}

    public record Email(String value) {
        public Email {
            if (value.indexOf('@') < 0) {
                throw new IllegalArgumentException("not an address");
            }
        }
    }

    public static final class LocaleConverter implements ValueConverter<Locale, String> {
        @Override
        public String toStored(Locale value) {
            return value.toLanguageTag();
        }

        @Override
        public Locale fromStored(String stored) {
            return Locale.forLanguageTag(stored);
        }
    }
}
// docs:end
