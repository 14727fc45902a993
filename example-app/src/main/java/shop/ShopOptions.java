package shop;

import dev.dataflow.error.NearestName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the shop is started.
 *
 * @param url the database
 * @param orders how many orders there should be
 */
record ShopOptions(String url, int orders) {

    static final String USAGE = """
            usage: shop.Shop [--url=<url>] [--orders=<number>]
              --url     a JDBC URL of SQLite, PostgreSQL or MySQL, or postgresql://..., mysql://...; else the
                        system property `url`, else DATAFLOW_URL, else DATABASE_URL, else the file target/shop.db
              --orders  how many orders there should be, 1 to 1,000,000; else the system property `orders`,
                        else 10,000
            """;

    private static final String URL = "url";
    private static final String ORDERS = "orders";
    private static final int MOST_ORDERS = 1_000_000;

    /**
     * Reads the options. A property or variable that is empty counts as absent.
     *
     * @param arguments of the command line
     * @param properties of the system
     * @param environment the environment variables
     * @throws OptionRefusedException when there is one the shop does not know
     */
    static ShopOptions of(List<String> arguments, Map<?, ?> properties, Map<String, String> environment) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String argument : arguments) {
            put(given, argument);
        }
        String url = first(
                given.get(URL),
                properties.get(URL),
                environment.get("DATAFLOW_URL"),
                environment.get("DATABASE_URL"),
                "jdbc:sqlite:target/shop.db");
        return new ShopOptions(url, orders(first(given.get(ORDERS), properties.get(ORDERS), "10000")));
    }

    private static void put(Map<String, String> given, String argument) {
        int equals = argument.indexOf('=');
        String name = equals < 0 ? argument : argument.substring(0, equals);
        List<String> known = List.of("--" + URL, "--" + ORDERS);
        if (!known.contains(name)) {
            throw new OptionRefusedException("there is no option `" + name + "`", NearestName.suggest(name, known));
        }
        if (equals < 0 || equals == argument.length() - 1) {
            throw new OptionRefusedException(
                    "the option `" + name + "` has no value", "write `" + name + "=` and the value");
        }
        if (given.put(name.substring(2), argument.substring(equals + 1)) != null) {
            throw new OptionRefusedException("the option `" + name + "` is given twice", "leave one out");
        }
    }

    private static int orders(String text) {
        if (text.matches("\\d{1,7}")) {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= MOST_ORDERS) {
                return number;
            }
        }
        throw new OptionRefusedException(
                "`" + text + "` is no number of orders", "give a whole number from 1 to " + MOST_ORDERS);
    }

    private static String first(@Nullable Object... values) {
        return Stream.of(values)
                .filter(value -> value instanceof String text && !text.isBlank())
                .map(String.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
