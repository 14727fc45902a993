package dev.dataflow.benchmarks.bulk;

import dev.dataflow.benchmarks.source.Database;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows, and the table before they are written. */
final class BulkRows {

    private final Database database;
    private final ProductNodes products;

    BulkRows(Database database) {
        this.database = database;
        this.products = ProductNodes.on(database.dataFlow());
    }

    /** New rows. */
    static Stream<Product> fresh(int count) {
        return IntStream.range(0, count).mapToObj(i -> product(null, i));
    }

    /** Leaves no rows. */
    void clear() {
        database.clear("products");
    }

    /** Leaves all of so many rows, or each other one; returns them as they are to be written, with their keys. */
    List<Product> fill(int count, int step) {
        clear();
        List<Product> rows = fresh(count).filter(row -> row.stock() % step == 0).toList();
        List<Long> ids = products.bulkCreate(rows, o -> o.returnIds()).ids();
        database.settle("products");
        return IntStream.range(0, rows.size())
                .mapToObj(i -> product(ids.get(i), rows.get(i).stock()))
                .toList();
    }

    private static Product product(@Nullable Long id, int i) {
        return new Product(
                id,
                "P-" + i,
                (id == null ? "Title of product " : "New title of product ") + i,
                i % 3 == 0 ? null : "A longer description of the product with the number " + i,
                i,
                i % 2 == 0,
                BigDecimal.valueOf(i, 2),
                Instant.ofEpochSecond(1_800_000_000L + i));
    }
}
