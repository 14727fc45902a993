package shop;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Makes up products; the same ones every time. */
final class ProductSource {

    private static final long SEED = 17;
    private static final List<String> KINDS =
            List.of("Lamp", "Chair", "Table", "Shelf", "Mug", "Plate", "Kettle", "Rug", "Clock", "Mirror");
    private static final List<String> LOOKS =
            List.of("red", "green", "blue", "black", "white", "oak", "walnut", "steel", "small", "large");

    private ProductSource() {}

    /** One of each kind in each look. */
    static List<Product> products() {
        return IntStream.range(0, KINDS.size() * LOOKS.size())
                .mapToObj(ProductSource::product)
                .toList();
    }

    static BigDecimal price(int index) {
        int cents = new SplittableRandom(SEED + index).nextInt(199, 20_000);
        return BigDecimal.valueOf(cents, 2);
    }

    private static Product product(int index) {
        String name = KINDS.get(index / LOOKS.size()) + ", " + LOOKS.get(index % LOOKS.size());
        int stock = new SplittableRandom(SEED - index).nextInt(1000);
        return new Product(null, String.format(Locale.ROOT, "P-%04d", index + 1), name, price(index), "EUR", stock);
    }
}
