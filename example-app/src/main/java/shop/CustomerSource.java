package shop;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Makes up customers; the same ones every time, but for the key they get. */
final class CustomerSource {

    private static final int CUSTOMERS = 500;
    private static final long SEED = 4_711;
    private static final List<String> FIRST_NAMES = List.of(
            "Ada", "Ben", "Chloe", "Dmitri", "Elif", "Femi", "Grace", "Hiro", "Ines", "Jonas", "Kofi", "Lena", "Mateo");
    private static final List<String> LAST_NAMES = List.of(
            "Adams", "Berg", "Costa", "Diallo", "Evans", "Fischer", "Garcia", "Haddad", "Ito", "Jensen", "Khan");
    private static final List<Home> HOMES = List.of(
            new Home("DE", "Europe/Berlin"),
            new Home("FR", "Europe/Paris"),
            new Home("GB", "Europe/London"),
            new Home("US", "America/New_York"),
            new Home("JP", "Asia/Tokyo"),
            new Home("NG", "Africa/Lagos"),
            new Home("BR", "America/Sao_Paulo"),
            new Home("IN", "Asia/Kolkata"));

    private CustomerSource() {}

    private record Home(String country, String timeZone) {}

    static List<Customer> customers() {
        return IntStream.range(0, CUSTOMERS).mapToObj(CustomerSource::customer).toList();
    }

    private static Customer customer(int index) {
        SplittableRandom random = new SplittableRandom(SEED + index);
        String first = pick(FIRST_NAMES, random);
        String last = pick(LAST_NAMES, random);
        Home home = pick(HOMES, random);
        return new Customer(
                null,
                String.format(Locale.ROOT, "%s.%s.%d@example.com", first, last, index + 1)
                        .toLowerCase(Locale.ROOT),
                first + " " + last,
                home.country(),
                random.nextInt(10) == 0 ? null : home.timeZone(),
                random.nextInt(4) == 0 ? null : LocalDate.of(1940, 1, 1).plusDays(random.nextInt(25_000)),
                random.nextBoolean(),
                null,
                null);
    }

    private static <T> T pick(List<T> from, SplittableRandom random) {
        return from.get(random.nextInt(from.size()));
    }
}
