package shop;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Facts of the world that come with the JDK. */
final class JdkReferenceData {

    private JdkReferenceData() {}

    static List<Currency> currencies() {
        return java.util.Currency.getAvailableCurrencies().stream()
                .map(JdkReferenceData::currency)
                .sorted(Comparator.comparing(Currency::id))
                .toList();
    }

    static List<TimeZone> timeZones() {
        return ZoneId.getAvailableZoneIds().stream()
                .sorted()
                .map(JdkReferenceData::timeZone)
                .toList();
    }

    static List<Country> countries() {
        return Stream.of(Locale.getISOCountries())
                .sorted()
                .map(JdkReferenceData::country)
                .toList();
    }

    private static Currency currency(java.util.Currency currency) {
        int digits = currency.getDefaultFractionDigits();
        return new Currency(
                currency.getCurrencyCode(),
                currency.getDisplayName(Locale.ENGLISH),
                currency.getNumericCode(),
                digits < 0 ? null : digits);
    }

    private static TimeZone timeZone(String id) {
        ZoneId zone = ZoneId.of(id);
        int offset = zone.getRules().getStandardOffset(Instant.now()).getTotalSeconds();
        return new TimeZone(id, zone.getDisplayName(TextStyle.FULL, Locale.ENGLISH), offset);
    }

    private static Country country(String code) {
        Locale country = new Locale.Builder().setRegion(code).build();
        return new Country(code, country.getISO3Country(), country.getDisplayCountry(Locale.ENGLISH), money(country));
    }

    private static @Nullable String money(Locale country) {
        java.util.Currency currency = java.util.Currency.getInstance(country);
        return currency == null ? null : currency.getCurrencyCode();
    }
}
